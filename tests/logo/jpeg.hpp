#pragma once

#include <cstdio>   // jpeglib.h needs it
#include <cstdlib>
#include <jpeglib.h>

#include "marque/logo/decode.hpp"

namespace pictures {

/// The picture as a JPEG of this quality, 1 … 100.
inline marque::Image encoded_jpeg(const marque::Pixels& pixels, int quality) {
  jpeg_compress_struct writer{};
  jpeg_error_mgr errors{};
  writer.err = jpeg_std_error(&errors);
  jpeg_create_compress(&writer);
  unsigned char* bytes = nullptr;
  unsigned long length = 0;
  jpeg_mem_dest(&writer, &bytes, &length);
  writer.image_width = pixels.width;
  writer.image_height = pixels.height;
  writer.input_components = 3;
  writer.in_color_space = JCS_RGB;
  jpeg_set_defaults(&writer);
  jpeg_set_quality(&writer, quality, TRUE);
  jpeg_start_compress(&writer, TRUE);
  std::vector<std::uint8_t> row(std::size_t{3} * pixels.width);
  while (writer.next_scanline < writer.image_height) {
    std::copy_n(pixels.rgb.begin() + static_cast<std::ptrdiff_t>(writer.next_scanline * row.size()), row.size(), row.begin());
    JSAMPROW line = row.data();
    jpeg_write_scanlines(&writer, &line, 1);
  }
  jpeg_finish_compress(&writer);
  marque::Image image;
  for (unsigned long i = 0; i < length; ++i) image.bytes.push_back(static_cast<std::byte>(bytes[i]));
  jpeg_destroy_compress(&writer);
  std::free(bytes);
  return image;
}

}  // namespace pictures
