#include <algorithm>
#include <span>

#include "grammars/characters/conversion_run.hpp"
#include "grammars/formats/text_source.hpp"

namespace daicho {

namespace {

/// Text that has no line end for so long is cut.
constexpr std::size_t longest_line = std::size_t{1} << 20;

/// Text that was read, with what the reader says of its bytes.
struct PendingText {
    Buffer<char> text;
    std::vector<SourceBytes> source;

    std::string_view view() const { return {text.data(), text.size()}; }
    void drop(std::size_t size) {
        const std::string rest{view().substr(size)};
        text.clear();
        text.append(rest.data(), rest.size());
        std::erase_if(source, [&](const SourceBytes& place) { return place.offset < size; });
        for (auto& place : source) place.offset -= static_cast<std::uint32_t>(size);
    }
};

/// Where the text can be cut: behind its last line end.
std::size_t whole_lines(std::string_view text, bool last) {
    if (last) return text.size();
    const std::size_t end = text.rfind('\n');
    if (end != text.npos) return end + 1;
    return text.size() < longest_line ? 0 : text.size();
}

}  // namespace

void convert_lines(ConversionRun& run, ByteSource& source, Encoding encoding) {
    TextSource reader(source, encoding);
    PendingText pending;
    ConversionPlan plan;
    std::uint64_t line = 1;
    for (bool more = true; more;) {
        more = reader.read(pending.text, pending.source);
        const std::string_view text = pending.view();
        const std::size_t whole = whole_lines(text, !more);
        std::size_t first = 0;  // of what the reader says of bytes
        for (std::size_t begin = 0; begin < whole;) {
            const std::size_t end = std::min(text.find('\n', begin), whole - 1) + 1;
            std::size_t behind = first;
            while (behind < pending.source.size() && pending.source[behind].offset < end) ++behind;
            const ConversionStretch stretch{
                {text.substr(begin, end - begin), std::span(pending.source).subspan(first, behind - first),
                 static_cast<std::uint32_t>(begin)},
                line,
                0};
            plan.clear();
            if (run.converter().touches(stretch.raw.text))
                run.converter().plan(stretch.raw.text, 0, stretch.raw.text.size(), false, plan);
            run.write(stretch, {}, plan);
            first = behind;
            begin = end;
            ++line;
        }
        pending.drop(whole);
    }
}

}  // namespace daicho
