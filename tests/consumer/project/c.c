#include <marque.h>
#include <stdio.h>

int main(void) {
  marque_scores scores;
  if (marque_compare("海門", 6, "海门", 6, &scores, NULL, NULL, NULL) != MARQUE_OK) return 1;
  printf("marque %s: %.2f\n", marque_version(), scores.overall);
  return 0;
}
