#ifndef DUEWATCH_CCURL_SHIM_H
#define DUEWATCH_CCURL_SHIM_H
#include <curl/curl.h>
#endif
