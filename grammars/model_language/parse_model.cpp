#include "grammars/model_language/parse_model.hpp"

#include "grammars/model_language/grammar.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t max_size = 64u << 20;  // spans count 32 bits; no model is written that long

void check_text(const syntax::Reader& reader) {
    if (reader.text.size() > max_size) {
        syntax::refuse(reader, {}, "モデルファイルが大きすぎます（64 MiB まで）。",
                       "the model file is too large (at most 64 MiB)");
    }
    const std::size_t bad = find_invalid_utf8(reader.text);
    if (bad == std::string_view::npos) return;
    // Only what precedes the bad byte can be shown.
    const syntax::Reader readable{reader.path, reader.text.substr(0, bad)};
    const auto at = static_cast<std::uint32_t>(bad);
    syntax::refuse(readable, {at, at}, "UTF-8 として正しくない文字があります。UTF-8 で保存してください。",
                   "this is not valid UTF-8; save the file as UTF-8");
}

template <class Tree>
Tree read_whole(std::string_view text, std::string_view path,
                bool (*read)(const char*&, const char*, syntax::Reader&, Tree&)) {
    syntax::Reader reader{path, text};
    check_text(reader);
    const char* first = text.data();
    if (text.starts_with(byte_order_mark)) first += byte_order_mark.size();
    Tree tree;
    read(first, text.data() + text.size(), reader, tree);
    return tree;
}

}  // namespace

syntax::Model parse_model(std::string_view text, std::string_view path) {
    return read_whole<syntax::Model>(text, path, syntax::read_model);
}

syntax::Transform parse_transform(std::string_view text, std::string_view path) {
    return read_whole<syntax::Transform>(text, path, syntax::read_transform);
}

}  // namespace daicho
