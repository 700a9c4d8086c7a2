#include "interchange/office/zip_maker.hpp"

#include <zlib.h>

#include <cstdint>

#include "interchange/xml_escape.hpp"

namespace marque::test {
namespace {

void put(std::string& to, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) to.push_back(static_cast<char>(value >> 8 * i & 0xFF));
}

std::string deflated(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()) + 16, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

/// The fields that a local header and the directory share.
std::string header_of(const std::string& name, const std::string& bytes, const std::string& packed) {
  std::string header;
  put(header, 20, 2);
  put(header, 0x800, 2);  // names are UTF-8
  put(header, 8, 2);
  put(header, 0, 2);
  put(header, 0x21, 2);
  put(header, crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())), 4);
  put(header, packed.size(), 4);
  put(header, bytes.size(), 4);
  put(header, name.size(), 2);
  put(header, 0, 2);
  return header;
}

}  // namespace

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string zip, directory;
  for (const auto& [name, bytes] : files) {
    const std::string packed = deflated(bytes), header = header_of(name, bytes, packed);
    const std::size_t offset = zip.size();
    zip += "PK\3\4" + header + name + packed;
    directory += "PK\1\2";
    put(directory, 20, 2);
    directory += header;
    put(directory, 0, 2);
    put(directory, 0, 2);
    put(directory, 0, 2);
    put(directory, 0, 4);
    put(directory, offset, 4);
    directory += name;
  }
  const std::size_t begin = zip.size();
  zip += directory + "PK\5\6";
  put(zip, 0, 4);
  put(zip, files.size(), 2);
  put(zip, files.size(), 2);
  put(zip, directory.size(), 4);
  put(zip, begin, 4);
  put(zip, 0, 2);
  return zip;
}

std::string workbook_of(const std::vector<std::vector<std::string>>& rows) {
  const std::string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  std::string sheet = "<worksheet " + main + "><sheetData>", shared = "<sst " + main + ">";
  std::size_t texts = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    sheet += "<row r=\"" + std::to_string(r + 1) + "\">";
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      const std::string& cell = rows[r][c];
      if (cell.empty()) continue;
      const std::string place = "<c r=\"" + std::string(1, static_cast<char>('A' + c)) + std::to_string(r + 1) + "\"";
      if (cell.front() == '#' || cell.front() == '@') {
        sheet += place + (cell.front() == '@' ? " s=\"1\"" : "") + "><v>" + cell.substr(1) + "</v></c>";
      } else {
        sheet += place + " t=\"s\"><v>" + std::to_string(texts++) + "</v></c>";
        shared += "<si><r><t>" + xml_escaped(cell) + "</t></r><rPh><t>reading</t></rPh></si>";
      }
    }
    sheet += "</row>";
  }
  return zip_of({{"xl/workbook.xml", "<workbook " + main +
                                         " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                                         "<sheet name=\"A\" sheetId=\"7\" r:id=\"rId3\"/><sheet name=\"B\" sheetId=\"8\" r:id=\"rId4\"/>"
                                         "</sheets></workbook>"},
                 {"xl/_rels/workbook.xml.rels",
                  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                  "<Relationship Id=\"rId3\" Target=\"worksheets/first.xml\"/><Relationship Id=\"rId4\" Target=\"worksheets/no.xml\"/>"
                  "</Relationships>"},
                 {"xl/styles.xml", "<styleSheet " + main +
                                       "><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
                                       "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                                       "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"},
                 {"xl/sharedStrings.xml", shared + "</sst>"},
                 {"xl/worksheets/first.xml", sheet + "</sheetData></worksheet>"}});
}

}  // namespace marque::test
