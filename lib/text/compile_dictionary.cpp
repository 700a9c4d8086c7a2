// Makes the image of the dictionary that marque carries (dictionary_contents.hpp), when the library is built:
//
//     marque_compile_dictionary IMAGE
#include "text/dictionary_contents.hpp"

#include <cstdio>
#include <fstream>

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: marque_compile_dictionary IMAGE\n", stderr), 2;
  marque::DictionaryReader reader{marque::DictionaryLimits{}};
  reader.add_characters();
  marque::table_image::Writer image;
  reader.contents().put(image);
  std::ofstream file(argv[1], std::ios::binary);
  file << image.bytes();
  return file.flush() ? 0 : 1;
}
