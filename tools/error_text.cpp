#include "tools/error_text.hpp"

#include <algorithm>
#include <span>

namespace daicho {

namespace {

/// Options that help, those of a command that has both first. "--encoding" is that of the output where the
/// input has one of its own.
std::vector<std::string_view> options_for(ErrorHint hint, const OptionList& list) {
    switch (hint) {
        case ErrorHint::none:
            return {};
        case ErrorHint::input_encoding:
            return {list.has("--input-encoding") ? "--input-encoding" : "--encoding"};
        case ErrorHint::output_encoding:
            return {"--encoding", "--fold", "--shrink"};
        case ErrorHint::header_row:
            return {"--header-row"};
        case ErrorHint::setting:
            return {"--set"};
        case ErrorHint::pattern:
            return {"--pattern"};
        case ErrorHint::registry:
            return {"--registry"};
        case ErrorHint::model:
            return {"--model", "--to"};
        case ErrorHint::list:
            return {"--list"};
        case ErrorHint::older:
            return {"--older"};
    }
    return {};
}

/// Behind the last line that is a sentence: what is indented lists what the error is about.
std::string with_hint(std::string text, const std::string& words) {
    std::size_t end = text.size();
    for (std::size_t line = text.rfind('\n'); line != text.npos && line > 0;
         line = text.rfind('\n', end - 1)) {
        if (text[line + 1] != ' ') break;
        end = line;
    }
    return text.insert(end, words);
}

}  // namespace

BothTexts error_text(const Error& error, const Subcommand& program) {
    const auto commands = chosen_commands(program);
    const OptionList& list = commands.back()->list;
    std::vector<std::string_view> options = options_for(error.hint(), list);
    std::erase_if(options, [&](std::string_view name) { return !list.has(name) && !program.list.has(name); });
    if (options.empty()) return {error.ja(), error.en()};
    const std::string names = list_words(options);
    return {with_hint(error.ja(), "（" + names + "）"), with_hint(error.en(), " (" + names + ")")};
}

}  // namespace daicho
