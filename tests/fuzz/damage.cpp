// Damage to a valid table: a byte exchanged, lost or added, the file cut, a line of another encoding put in.
// The table is never read in another encoding than its own, no record goes without a finding, and bytes that
// are no character are told. The first bytes of an input say which encoding, which damage and where; the
// rest, where it is one line of UTF-8, is a cell of the table.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/text/utf8.hpp"

using namespace daicho;

namespace {

enum class Damage : std::uint8_t { exchanged, lost, added, cut, foreign_line, none };
constexpr unsigned damages = 6;

struct Form {
    Encoding encoding;
    bool bom;
};
constexpr Form forms[] = {
    {Encoding::utf8, false},    {Encoding::utf8, true},     {Encoding::cp932, false},
    {Encoding::euc_jp, false},  {Encoding::utf16le, false}, {Encoding::utf16le, true},
    {Encoding::utf16be, false}, {Encoding::utf16be, true},  {Encoding::iso_2022_jp, false},
};

constexpr std::size_t records = 12;

void require(bool holds, const Form& form, const char* law) {
    if (holds) return;
    std::fprintf(stderr, "%s: %s\n", std::string(to_string(form.encoding)).c_str(), law);
    std::abort();
}

/// The text in the encoding; empty where that lacks one of its characters.
std::string written(std::string_view text, const Form& form) {
    std::string bytes(form.bom ? byte_order_mark(form.encoding) : std::string_view{});
    Encoder encoder(form.encoding);
    if (encoder.encode(text, bytes) != std::string_view::npos) return {};
    encoder.finish(bytes);
    return bytes;
}

std::string table_with(std::string_view cell) {
    std::string text = "名称,所在地,電話番号,備考\n";
    for (std::size_t i = 1; i <= records; ++i) {
        const std::string n = std::to_string(i);
        text += "第" + n + "小学校,千代田区霞が関" + n + "丁目,03-1234-56" + std::to_string(10 + i) + ",";
        text += i == 5 ? std::string(cell) : "体育館を含む";
        text += "\n";
    }
    return text;
}

/// A line of text that is not in the encoding of the table.
std::string foreign_line(const Form& form) {
    const bool east_asian = form.encoding == Encoding::cp932;
    return written("中央公民館,千代田区丸の内,03-1111-2222,なし\n",
                   {east_asian ? Encoding::utf8 : Encoding::cp932, false});
}

void apply(Damage damage, std::size_t at, char byte, const Form& form, std::string& bytes) {
    switch (damage) {
        case Damage::exchanged:
            bytes[at] = byte;
            break;
        case Damage::lost:
            bytes.erase(at, 1);
            break;
        case Damage::added:
            bytes.insert(at, 1, byte);
            break;
        case Damage::cut:
            bytes.resize(at);
            break;
        case Damage::foreign_line:
            bytes.insert(bytes.find('\n', at) + 1, foreign_line(form));
            break;
        case Damage::none:
            break;
    }
}

struct Read {
    Encoding encoding = Encoding::utf8;
    std::string text;
    std::size_t records = 0;
    bool error = false;   ///< a finding of that severity
    bool broken = false;  ///< bytes that are no character
};

Read read_all(const std::string& bytes) {
    Read read;
    const auto note = [&](const Finding& finding) {
        read.error |= finding.severity == Severity::error;
        read.broken |= finding.rule.text == "F006";
    };
    ReadOptions options;
    options.format = "csv";
    const auto table = read_table(bytes, options);
    read.encoding = table->text()->dialect().encoding;
    read.text = table->text()->preamble().text;
    for (Batch batch; table->next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) read.text += batch.raw(i).text;
        read.records += batch.size();
        for (const Finding& finding : batch.findings()) note(finding);
    }
    for (const Finding& finding : table->findings()) note(finding);
    return read;
}

/// Whether every byte is part of a character, and `text` is what they say.
bool is_text(const std::string& bytes, std::string_view text, const Form& form) {
    const std::size_t mark = form.bom ? byte_order_mark(form.encoding).size() : 0;
    Buffer<char> decoded;
    std::vector<SourceBytes> source;
    Decoder decoder(form.encoding);
    decoder.decode(std::string_view(bytes).substr(mark), true, decoded, source);
    return !decoder.first_invalid() && std::string_view(decoded.data(), decoded.size()) == text;
}

void check(const Form& form, Damage damage, const std::string& bytes) {
    Read read;
    try {
        read = read_all(bytes);
    } catch (const Error&) {
        return;  // refused, in words
    }
    require(read.encoding == form.encoding, form, "it is read in another encoding");
    require(damage == Damage::cut || read.records >= records || read.error, form,
            "a record is gone without a word");
    require(read.broken || is_text(bytes, read.text, form), form, "bytes were not understood");
}

std::string cell_of(const std::uint8_t* data, std::size_t size) {
    std::string cell(reinterpret_cast<const char*>(data), size);
    const bool plain = find_invalid_utf8(cell) == std::string::npos && cell.size() < 40 &&
                       cell.find_first_of(std::string_view("\0\x1B\x1A\r\n\",\t;|", 10)) == std::string::npos;
    return plain ? cell : "避難所";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 5) return 0;
    const Form& form = forms[data[0] % std::size(forms)];
    const auto damage = static_cast<Damage>(data[1] % damages);
    std::string bytes = written(table_with(cell_of(data + 5, size - 5)), form);
    if (bytes.empty()) return 0;
    const std::size_t mark = form.bom ? byte_order_mark(form.encoding).size() : 0;
    // Something must be left to tell the encoding by.
    const std::size_t first = damage == Damage::cut ? 60 : mark;
    const std::size_t at = first + (data[2] << 8 | data[3]) % (bytes.size() - first - 8);
    const bool by_lines = form.encoding != Encoding::utf16le && form.encoding != Encoding::utf16be;
    if (damage == Damage::foreign_line && !by_lines) return 0;
    apply(damage, at, static_cast<char>(data[4]), form, bytes);
    check(form, damage, bytes);
    return 0;
}
