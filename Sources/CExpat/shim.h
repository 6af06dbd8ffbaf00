// Expat, the XML parser for the parts of DOCX and XLSX files. Met in the module Documents only.

#ifndef DUEWATCH_CEXPAT_H
#define DUEWATCH_CEXPAT_H

#include <expat.h>

#endif
