#include "grammars/formats/encoding_tables.hpp"

#include <cassert>
#include <charconv>
#include <span>
#include <string>
#include <string_view>

#include "grammars/base/embedded_file.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

std::span<const EmbeddedFile> encoding_table_files();

namespace {

std::string_view table_text(std::string_view name) {
    for (const auto& file : encoding_table_files()) {
        if (file.path.ends_with(name)) return file.text;
    }
    assert(false);  // layer.cmake embeds all that are asked for
    return {};
}

PackedCharacter pack(char32_t value, bool written) {
    std::string text;
    append_utf8(text, value);
    std::uint32_t packed = static_cast<std::uint32_t>(text.size()) << 24;
    for (std::size_t i = 0; i < text.size(); ++i) {
        packed |= static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])) << (8 * i);
    }
    return {written ? packed : packed | PackedCharacter::read_only};
}

/// One line of a table: a run of codes that follow each other by their last byte.
class Run {
 public:
    Run(CodeTable& table, std::string_view code) : table_(table) {
        written_ = !code.starts_with('-');
        if (!written_) code.remove_prefix(1);
        std::from_chars(code.data(), code.data() + code.size(), code_, 16);
    }

    void add(char32_t value) {
        const std::uint16_t pair = static_cast<std::uint16_t>(code_);
        const bool triple = code_ > 0xFFFF;
        (triple ? table_.triples : table_.pairs)[pair] = pack(value, written_);
        if (written_) {
            table_.codes[value] = static_cast<std::uint16_t>(triple ? pair & 0xFF7F : pair);
        }
        ++code_;
        if ((code_ & 0xFF) == 0x7F) ++code_;
    }

 private:
    CodeTable& table_;
    std::uint32_t code_ = 0;
    bool written_ = true;
};

void add_characters(Run run, std::string_view characters) {
    if (characters.starts_with("U+")) {
        std::uint32_t value = 0;
        unsigned count = 0;
        const char* end = characters.data() + characters.size();
        const auto star = std::from_chars(characters.data() + 2, end, value, 16).ptr;
        std::from_chars(star + 1, end, count);
        for (unsigned i = 0; i < count; ++i) run.add(value + i);
        return;
    }
    for (std::size_t at = 0; at < characters.size();) {
        const auto character = code_point_at(characters, at);
        run.add(character.value);
        at += character.size;
    }
}

void add_table(CodeTable& table, std::string_view text) {
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(line.size() + 1);
        const auto tab = line.find('\t');
        if (line.starts_with('#') || tab == std::string_view::npos) continue;
        add_characters(Run{table, line.substr(0, tab)}, line.substr(tab + 1));
    }
}

CodeTable make_table(std::string_view name) {
    CodeTable table;
    table.pairs.resize(65536, {PackedCharacter::unassigned});
    table.codes.resize(65536);
    if (name == "euc_jp.txt") table.triples.resize(65536, {PackedCharacter::unassigned});
    add_table(table, table_text(name));
    return table;
}

/// Half-width katakana have one byte in CP932.
void add_half_width_katakana(CodeTable& table) {
    for (char32_t i = 0; i < 63; ++i) table.codes[0xFF61 + i] = static_cast<std::uint16_t>(0xA1 + i);
}

CodeTable make_cp932() {
    CodeTable table = make_table("cp932.txt");
    add_half_width_katakana(table);
    return table;
}

CodeTable make_cp932_jis() {
    CodeTable table = make_cp932();
    CodeTable changes = make_table("cp932_jis.txt");
    for (std::size_t code = 0; code < 65536; ++code) {
        if (!changes.pairs[code].assigned()) continue;
        for (auto& written : table.codes) {
            if (written == code) written = 0;
        }
        table.pairs[code] = changes.pairs[code];
    }
    for (std::size_t value = 0; value < 65536; ++value) {
        if (changes.codes[value] != 0) table.codes[value] = changes.codes[value];
    }
    return table;
}

}  // namespace

const CodeTable& cp932_table() {
    static const CodeTable table = make_cp932();
    return table;
}

const CodeTable& cp932_jis_table() {
    static const CodeTable table = make_cp932_jis();
    return table;
}

const CodeTable& euc_jp_table() {
    static const CodeTable table = make_table("euc_jp.txt");
    return table;
}

const CodeTable& table_of(Encoding encoding) {
    if (encoding == Encoding::cp932) return cp932_table();
    if (encoding == Encoding::cp932_jis) return cp932_jis_table();
    return euc_jp_table();
}

}  // namespace daicho
