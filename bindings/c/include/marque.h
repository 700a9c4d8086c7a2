/* marque for C and, through it, for other languages: trademarks, Madrid registrations and geographical
 * indications, and what conflicts with them. C99.
 *
 * Conventions
 *  1. A function that can fail returns a marque_status; MARQUE_OK is 0. A failed call changes nothing, and sets what it
 *     gives to NULL or 0.
 *  2. The last parameter of such a function, `error`, may be NULL. Otherwise *error is set: to NULL on success,
 *     else to an error that the caller frees with marque_error_free(). Where even that lacks memory *error is NULL
 *     and the status alone tells.
 *  3. Text that goes in is a pointer and a length in bytes, UTF-8, and needs no final NUL. The pointer may be NULL
 *     where the length is 0. Nothing keeps the pointer after the call.
 *  4. Text that comes out is the caller's: freed with marque_text_free(). It ends in a NUL that its length does not
 *     count. Where the length is not wanted, pass NULL for it.
 *  5. Text described as JSON is one JSON value without line breaks (RFC 8259). Records and reports have the form of the
 *     command line program and of lib/interchange/SCHEMA.md.
 *  6. A NULL handle or a NULL place for a result is MARQUE_INVALID_ARGUMENT, never a crash. Freeing NULL does nothing.
 *     A handle that was freed must not be used again.
 *  7. Every function may be called from several threads at once, but for one handle: marque_register_add(),
 *     marque_register_add_picture(), marque_register_build_index() and marque_register_free() each need it alone.
 *  8. No exception leaves a function, none prints, exits, or opens a file or a connection.
 *  9. Numbers of this interface never change their meaning. marque_abi_version() grows when a function or a struct does
 *     in a way that a caller built before would notice; the library's SOVERSION is that number.
 */
#ifndef MARQUE_H
#define MARQUE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define MARQUE_NOEXCEPT noexcept
extern "C" {
#else
#define MARQUE_NOEXCEPT
#endif

/* What MARQUE_ABI_VERSION a caller was built for; compare it with marque_abi_version(). */
#define MARQUE_ABI_VERSION 0

/* What became of a call. Codes are only ever added. */
typedef enum marque_status {
  MARQUE_OK = 0,
  MARQUE_INVALID_ARGUMENT = 1,   /* a value outside what the function accepts */
  MARQUE_INVALID_TEXT = 2,       /* not strict UTF-8, or a character that may not stand here */
  MARQUE_INVALID_IDENTIFIER = 3, /* a number that is not of its kind's form, or fails its check digit */
  MARQUE_INVALID_DATE = 4,       /* no day of the calendar, or an impossible order of days */
  MARQUE_INVALID_CLASS = 5,      /* no class 1..45 or no similar group of that class */
  MARQUE_MISSING_FIELD = 6,      /* a field the record cannot do without */
  MARQUE_MALFORMED = 7,          /* a document that does not follow its format */
  MARQUE_LIMIT_EXCEEDED = 8,     /* larger, deeper or longer than allowed */
  MARQUE_UNSUPPORTED = 9,        /* a format or version this build does not read */
  MARQUE_DUPLICATE = 10,         /* the number is taken */
  MARQUE_NOT_FOUND = 11,         /* no such record */
  MARQUE_UNLAWFUL = 12,          /* an event that the record's state does not admit */
  MARQUE_CORRUPT = 13,           /* stored data whose checksum or structure is wrong */
  MARQUE_STORAGE = 14,           /* the disk or the database refused */
  MARQUE_STORAGE_FULL = 15,      /* no space left */
  MARQUE_BUSY = 16,              /* another process holds the writer's lock */
  MARQUE_NEWER_VERSION = 17,     /* written by a later marque than this one */
  MARQUE_CANCELLED = 18,         /* the caller said stop */
  MARQUE_NO_FINGERPRINT = 19,    /* a blank or single-coloured picture */
  MARQUE_OUT_OF_MEMORY = 20,
  MARQUE_INTERNAL = 21           /* a fault of marque itself */
} marque_status;

/* The language of sentences in a report. */
typedef enum marque_language { MARQUE_ZH = 0, MARQUE_EN = 1 } marque_language;

/* Whether two signs are alike under the examination guide: guidance for a person, never a legal finding. */
typedef enum marque_verdict { MARQUE_NOT_SIMILAR = 0, MARQUE_SIMILAR = 1, MARQUE_IDENTICAL = 2 } marque_verdict;

/* How close two names are; each score in [0,1]. */
typedef struct marque_scores {
  double overall;     /* graded closeness for a person who searches */
  double appearance;  /* characters and their shapes */
  double sound;       /* all readings */
  double meaning;     /* translation; 0 where nothing is known */
  marque_verdict verdict;
} marque_scores;

/* Why a call failed. Freed with marque_error_free(). */
typedef struct marque_error marque_error;

/* Rights in memory, searched through an index. Freed with marque_register_free(). */
typedef struct marque_register marque_register;

/* ---- The library ---- */

uint32_t marque_abi_version(void) MARQUE_NOEXCEPT;

/* `major.minor.patch`; lives as long as the program. */
const char* marque_version(void) MARQUE_NOEXCEPT;

/* The notices of everything a shipped table is derived from. Free *text with marque_text_free(). */
marque_status marque_notices(char** text, size_t* length, marque_error** error) MARQUE_NOEXCEPT;

/* `invalid_date` for MARQUE_INVALID_DATE, `ok`; lives as long as the program. */
const char* marque_status_name(marque_status status) MARQUE_NOEXCEPT;

/* Frees text that the library gave. */
void marque_text_free(char* text) MARQUE_NOEXCEPT;

/* MARQUE_OK for NULL. */
marque_status marque_error_code(const marque_error* error) MARQUE_NOEXCEPT;

/* One line for people, where the fault lies and what it is; lives as long as the error. `length` may be NULL. */
const char* marque_error_message(const marque_error* error, size_t* length) MARQUE_NOEXCEPT;

void marque_error_free(marque_error* error) MARQUE_NOEXCEPT;

/* ---- Names and numbers ---- */

/* Every view of a name as JSON: `original`, `folded`, `skeleton`, `parts` (each `kind`, `text`, `generic`), `han`,
 * `letters`, `digits`, `distinctive_han`, `distinctive_letters`. Free *json with marque_text_free(). */
marque_status marque_normalize(const char* name, size_t name_length, char** json, size_t* json_length,
                               marque_error** error) MARQUE_NOEXCEPT;

/* How close two names are, symmetric, and why: `evidence` as JSON, an array of `aspect`, `score`, `zh`, `en`, and
 * `aligned` (each `a`, `b`, `similarity`, `reason`) where characters were aligned. Either of `scores` and `evidence`
 * may be NULL. Free *evidence with marque_text_free(). */
marque_status marque_compare(const char* a, size_t a_length, const char* b, size_t b_length, marque_scores* scores,
                             char** evidence, size_t* evidence_length, marque_error** error) MARQUE_NOEXCEPT;

/* Any spelling of a record's number in the form it is found by. Free *canonical with marque_text_free(). */
marque_status marque_canonical_number(const char* number, size_t number_length, char** canonical,
                                      size_t* canonical_length, marque_error** error) MARQUE_NOEXCEPT;

/* MARQUE_OK where the text is a Unified Social Credit Code with its right check character. */
marque_status marque_check_uscc(const char* uscc, size_t uscc_length, marque_error** error) MARQUE_NOEXCEPT;

/* ---- A register in memory ---- */

/* A new, empty one. Free it with marque_register_free(). */
marque_status marque_register_open_memory(marque_register** opened, marque_error** error) MARQUE_NOEXCEPT;

void marque_register_free(marque_register* registered) MARQUE_NOEXCEPT;

/* Number of records; 0 for NULL. */
size_t marque_register_size(const marque_register* registered) MARQUE_NOEXCEPT;

/* Adds records from JSON Lines or CSV, told apart by their first bytes. `name` stands in errors for a file's path.
 * `summary` as JSON: `read`, `inserted`, `quarantined` (records not added) and `warnings` (fields kept raw), both arrays of `row`,
 * `code`, `field`, `message`. Records that are not read, or whose number is taken, are quarantined: the call succeeds without
 * them. It drops the index. Free *summary with marque_text_free(). Needs the register alone. */
marque_status marque_register_add(marque_register* registered, const char* bytes, size_t bytes_length,
                                  const char* name, size_t name_length, char** summary, size_t* summary_length,
                                  marque_error** error) MARQUE_NOEXCEPT;

/* Gives the picture (PNG or JPEG) that records name by `path` in their `image`. It drops the index. Needs the register
 * alone. MARQUE_UNSUPPORTED in a library built without marque::logo. */
marque_status marque_register_add_picture(marque_register* registered, const char* path, size_t path_length,
                                          const unsigned char* bytes, size_t bytes_length,
                                          marque_error** error) MARQUE_NOEXCEPT;

/* The record with a number, in any spelling, as JSON. Free *record with marque_text_free(). */
marque_status marque_register_find(const marque_register* registered, const char* number, size_t number_length,
                                   char** record, size_t* record_length, marque_error** error) MARQUE_NOEXCEPT;

/* Builds the index that marque_register_check() searches. Needs the register alone. */
marque_status marque_register_build_index(marque_register* registered, marque_error** error) MARQUE_NOEXCEPT;

/* The clearance check: which earlier rights an application conflicts with, how badly, and why. The application is a JSON
 * object; only `as_of` and one of `mark` and `logo` must be there:
 *
 *   mark       the mark's words
 *   logo       a PNG or JPEG in base64
 *   classes    [31]: whole classes; without it and `goods` every class is meant
 *   goods      [{"class":31,"group":"3104","name":"..."}]: items, the group where known
 *   applicant  {"name":"...","uscc":"..."}, also foreign_name, country, address, area; `applicants` for a list of such
 *   mark_kind  "ordinary", "collective" or "certification"
 *   filed      filing or priority date, "2026-11-01"; without it `as_of`
 *   registered where it is a registration already: the day
 *   signs      ["words","three_dimensional"]: what the sign consists of
 *   vienna     ["5.3.11"]: what the logo shows, in codes of the Vienna Classification
 *   as_of      the clock: law version, states and periods follow from it
 *
 * MARQUE_INVALID_ARGUMENT where the register was changed since its index was built. A member that cannot be read or
 * is not known fails the call with its own code.
 * Free *report with marque_text_free(). */
marque_status marque_register_check(const marque_register* registered, const char* application,
                                    size_t application_length, marque_language language, char** report,
                                    size_t* report_length, marque_error** error) MARQUE_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
