#include "grammars/base/error.hpp"
#include "grammars/formats/first_bytes.hpp"
#include "grammars/workbooks/workbook.hpp"

namespace daicho {

// What the files of the formats define.
bool begins_ods(std::string_view start);
bool begins_ooxml(std::string_view start);
bool begins_biff(std::string_view start);

std::unique_ptr<Workbook> open_workbook(std::unique_ptr<ByteSource> source) {
    constexpr std::size_t looked_at = 512;
    const std::string name = source->name(), start = take_bytes(*source, looked_at);
    const bool ods = begins_ods(start), biff = begins_biff(start);
    if (!source->rewindable() || !(ods || biff || begins_ooxml(start))) {
        throw Error{ErrorKind::input, name + ": Excel（xlsx、xls）や ods のファイルではありません。",
                    name + ": this is no workbook of Excel (xlsx, xls) or OpenDocument (ods)"};
    }
    source->rewind();
    if (ods) return open_ods_workbook(std::move(source));
    return biff ? open_biff_workbook(std::move(source)) : open_ooxml_workbook(std::move(source));
}

}  // namespace daicho
