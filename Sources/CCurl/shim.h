/* libcurl's variadic calls, one for each type of argument, because Swift cannot call a variadic C function and a
   re-declaration with fixed arguments is wrong on arm64. Nothing here decides anything.
   Source: curl_easy_setopt(3), curl_easy_getinfo(3), curl_version_info(3). */
#ifndef DUEWATCH_CCURL_SHIM_H
#define DUEWATCH_CCURL_SHIM_H

#include <curl/curl.h>

typedef size_t (*shim_bytes_function)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode shim_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode shim_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode shim_set_string(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode shim_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode shim_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

/* READFUNCTION, WRITEFUNCTION and HEADERFUNCTION, which are of one shape. */
static inline CURLcode shim_set_bytes_function(CURL *handle, CURLoption option, shim_bytes_function value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode shim_set_open_socket(CURL *handle, curl_opensocket_callback value) {
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, value);
}

static inline CURLcode shim_set_before_request(CURL *handle, curl_prereq_callback value) {
    return curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, value);
}

static inline CURLcode shim_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode shim_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode shim_get_string(CURL *handle, CURLINFO info, const char **value) {
    return curl_easy_getinfo(handle, info, (char **)value);
}

static inline CURLcode shim_get_pointer(CURL *handle, CURLINFO info, void **value) {
    return curl_easy_getinfo(handle, info, (char **)value);
}

/* CURLVERSION_NOW is a macro that Swift does not see. */
static inline const curl_version_info_data *shim_version(void) {
    return curl_version_info(CURLVERSION_NOW);
}

/* The message is a union; a finished transfer's result is the member to read. */
static inline CURLcode shim_result(const CURLMsg *message) {
    return message->data.result;
}

#endif
