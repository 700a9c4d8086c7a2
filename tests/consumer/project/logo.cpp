#include <iostream>
#include <marque/logo/fingerprinter.hpp>

int main() {
  const auto fingerprint = marque::opencv_fingerprinter()(marque::Image{});
  if (fingerprint) return 1;
  std::cout << "no picture: " << fingerprint.error().message << '\n';
}
