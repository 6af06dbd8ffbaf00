// zlib, for the packed entries of DOCX and XLSX files. Met in the module Documents only.

#ifndef DUEWATCH_CZLIB_H
#define DUEWATCH_CZLIB_H

#include <zlib.h>

// inflateInit2 is a macro, which Swift does not see. Negative window bits: raw deflate, as in a ZIP (RFC 1951).
static inline int duewatch_inflate_init_raw(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }

#endif
