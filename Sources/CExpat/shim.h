/* Expat, the XML parser for the parts of DOCX and XLSX files, and two looks at the names it gives, which stand in one C
   string as "NAMESPACE LOCAL" and are met a million times in a large sheet. Met in the module Documents only. */

#ifndef DUEWATCH_CEXPAT_H
#define DUEWATCH_CEXPAT_H

#include <expat.h>
#include <string.h>

/* The local part of a name. */
static inline const char *duewatch_xml_local(const char *name) {
    const char *gap = strrchr(name, ' ');
    return gap ? gap + 1 : name;
}

/* The vocabulary of a name, of the transitional and of the strict kind: w (text), s (sheets), m (markup
   compatibility), r (relationships of a package), or 0 for any other. */
static inline char duewatch_xml_vocabulary(const char *name) {
    if (strstr(name, "/wordprocessingml/")) return 'w';
    if (strstr(name, "/spreadsheetml/")) return 's';
    if (strstr(name, "/markup-compatibility/")) return 'm';
    if (strstr(name, "/package/2006/relationships")) return 'r';
    return 0;
}

static inline int duewatch_xml_is(const char *name, const char *local) {
    return strcmp(duewatch_xml_local(name), local) == 0;
}

#endif
