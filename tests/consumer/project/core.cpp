#include <iostream>
#include <marque/marque.hpp>

int main() {
  const auto traditional = marque::normalize("海門山羊");
  const auto simplified = marque::normalize("海门 山羊");
  if (!traditional || !simplified || traditional->skeleton != simplified->skeleton) return 1;
  std::cout << "marque " << marque::version() << ": " << marque::encode_utf8(traditional->skeleton) << '\n';
}
