/* A caller in C: every function once as it is meant, and the ways to get it wrong. */
#include <marque.h>
#include <stdio.h>
#include <string.h>

static int failures = 0;

#define CHECK(condition)                                                      \
  do {                                                                        \
    if (!(condition)) {                                                       \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);         \
      ++failures;                                                             \
    }                                                                         \
  } while (0)

#define TEXT(literal) (literal), (sizeof(literal) - 1)

static const char records[] =
    "{\"kind\":\"trademark\",\"number\":\"90000001\",\"mark\":\"\xE6\xBE\x9C\xE5\xB2\x9A\xE7\x8E\x96\",\"owner\":\"Example One\","
    "\"classes\":[31],\"status\":\"registered\",\"filed\":\"2019-03-04\",\"registered\":\"2020-05-14\"}\n"
    "{\"kind\":\"trademark\",\"number\":\"90000001\",\"mark\":\"TWICE\",\"owner\":\"Example One\",\"classes\":[31],\"status\":\"registered\"}\n"
    "not a record\n";

static const char application[] =
    "{\"mark\":\"\xE6\xBE\x9C\xE5\xB2\x9A\xE7\x8E\x96\",\"classes\":[31],\"applicant\":{\"name\":\"Example Two\"},\"as_of\":\"2026-11-22\"}";

static void check_library(void) {
  char* text = NULL;
  size_t length = 0;
  CHECK(marque_abi_version() == MARQUE_ABI_VERSION);
  CHECK(strlen(marque_version()) >= 5);
  CHECK(marque_notices(&text, &length, NULL) == MARQUE_OK);
  CHECK(text != NULL && strlen(text) == length);
  marque_text_free(text);
  CHECK(strcmp(marque_status_name(MARQUE_OK), "ok") == 0);
  CHECK(strcmp(marque_status_name(MARQUE_INVALID_DATE), "invalid_date") == 0);
}

static void check_names(void) {
  char* json = NULL;
  size_t length = 0;
  marque_error* error = NULL;
  marque_scores scores;
  CHECK(marque_normalize(TEXT("Haimen  1"), &json, &length, &error) == MARQUE_OK && error == NULL);
  CHECK(json != NULL && strstr(json, "\"skeleton\":\"haimen1\"") != NULL && strlen(json) == length);
  marque_text_free(json);

  CHECK(marque_compare(TEXT("Haimen"), TEXT("HAIMEN"), &scores, &json, NULL, &error) == MARQUE_OK);
  CHECK(scores.overall == 1.0 && scores.verdict == MARQUE_IDENTICAL);
  CHECK(json != NULL && json[0] == '[');
  marque_text_free(json);
  CHECK(marque_compare(TEXT("Haimen"), TEXT("HAIMEN"), NULL, NULL, NULL, NULL) == MARQUE_OK);

  CHECK(marque_canonical_number(TEXT("No. 12345678"), &json, &length, NULL) == MARQUE_OK);
  CHECK(json != NULL && strcmp(json, "12345678") == 0 && length == 8);
  marque_text_free(json);
  CHECK(marque_check_uscc(TEXT("91320614MA1EXAMPLE"), &error) == MARQUE_INVALID_IDENTIFIER);
  CHECK(marque_error_code(error) == MARQUE_INVALID_IDENTIFIER);
  CHECK(strstr(marque_error_message(error, &length), "invalid_identifier") != NULL && length > 0);
  marque_error_free(error);
}

static void check_register(void) {
  char* json = NULL;
  size_t length = 0;
  marque_error* error = NULL;
  marque_register* held = NULL;
  CHECK(marque_register_open_memory(&held, &error) == MARQUE_OK && held != NULL);
  CHECK(marque_register_add(held, TEXT(records), TEXT("records.jsonl"), &json, &length, &error) == MARQUE_OK);
  CHECK(json != NULL && strstr(json, "\"read\":3,\"inserted\":1") != NULL && strstr(json, "\"duplicate\"") != NULL);
  marque_text_free(json);
  CHECK(marque_register_size(held) == 1);

  CHECK(marque_register_find(held, TEXT("90000001"), &json, &length, &error) == MARQUE_OK);
  CHECK(json != NULL && strstr(json, "Example One") != NULL);
  marque_text_free(json);
  CHECK(marque_register_find(held, TEXT("90000002"), &json, &length, NULL) == MARQUE_NOT_FOUND);
  CHECK(json == NULL && length == 0);

  CHECK(marque_register_check(held, TEXT(application), MARQUE_EN, &json, NULL, NULL) == MARQUE_INVALID_ARGUMENT);
  CHECK(marque_register_build_index(held, &error) == MARQUE_OK);
  CHECK(marque_register_check(held, TEXT(application), MARQUE_EN, &json, &length, &error) == MARQUE_OK);
  CHECK(json != NULL && strstr(json, "90000001") != NULL);
  marque_text_free(json);
  CHECK(marque_register_check(held, TEXT("{\"mark\":\"X\"}"), MARQUE_ZH, &json, NULL, &error) == MARQUE_MISSING_FIELD);
  CHECK(strstr(marque_error_message(error, NULL), "as_of") != NULL);
  marque_error_free(error);
  CHECK(marque_register_add_picture(held, TEXT("logo.png"), (const unsigned char*)"GIF89a", 6, NULL) != MARQUE_OK);
  marque_register_free(held);
}

static void check_wrong_use(void) {
  char* json = NULL;
  marque_error* error = NULL;
  CHECK(marque_register_open_memory(NULL, NULL) == MARQUE_INVALID_ARGUMENT);
  CHECK(marque_register_add(NULL, TEXT(records), NULL, 0, &json, NULL, NULL) == MARQUE_INVALID_ARGUMENT);
  CHECK(marque_register_find(NULL, TEXT("1"), &json, NULL, NULL) == MARQUE_INVALID_ARGUMENT);
  CHECK(marque_register_build_index(NULL, NULL) == MARQUE_INVALID_ARGUMENT);
  CHECK(marque_register_check(NULL, TEXT(application), MARQUE_ZH, &json, NULL, NULL) == MARQUE_INVALID_ARGUMENT);
  CHECK(marque_register_add_picture(NULL, NULL, 0, NULL, 0, NULL) == MARQUE_INVALID_ARGUMENT);
  CHECK(marque_register_size(NULL) == 0);
  CHECK(marque_normalize(NULL, 3, &json, NULL, &error) == MARQUE_INVALID_ARGUMENT && json == NULL);
  CHECK(strstr(marque_error_message(error, NULL), "name is NULL") != NULL);
  marque_error_free(error);
  CHECK(marque_normalize(TEXT("x"), NULL, NULL, NULL) == MARQUE_INVALID_ARGUMENT);
  CHECK(marque_normalize(TEXT("\xFF"), &json, NULL, NULL) == MARQUE_INVALID_TEXT);
  CHECK(marque_error_code(NULL) == MARQUE_OK && marque_error_message(NULL, NULL)[0] == '\0');
  marque_register_free(NULL);
  marque_error_free(NULL);
  marque_text_free(NULL);
}

int main(void) {
  check_library();
  check_names();
  check_register();
  check_wrong_use();
  return failures == 0 ? 0 : 1;
}
