#include "models/infer/draft_text.hpp"

#include <utility>

#include "grammars/model_language/parse_model.hpp"

namespace daicho {

namespace {

constexpr std::string_view of_item = "        ";  // indentation of statements of a class

/// Code lists that hold the same codes are one.
void add_codes(syntax::Model& model, ItemGuess& guess) {
    for (const syntax::CodeList& known : model.code_lists) {
        if (known.codes.size() != guess.codes->codes.size()) continue;
        bool same = true;
        for (const auto& code : guess.codes->codes) {
            bool has = false;
            for (const auto& one : known.codes) has = has || one.code == code.code;
            same = same && has;
        }
        if (!same) continue;
        guess.item.type.names.front().text = known.name.text;
        return;
    }
    model.code_lists.push_back(*guess.codes);
}

}  // namespace

std::string draft_text(syntax::Model model, std::vector<ItemGuess> guesses,
                       const std::vector<BothTexts>& opening, Language language) {
    for (ItemGuess& guess : guesses) {
        if (guess.codes) add_codes(model, guess);
        model.classes.front().items.push_back(guess.item);
    }
    const std::string text = print_model(model);
    std::string out;
    for (const BothTexts& line : opening) out.append("# ").append(line.in(language)).append("\n");
    bool in_class = false;
    std::size_t item = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        const std::string_view line = std::string_view(text).substr(at, end - at);
        const bool starts_item = in_class && item < guesses.size() && line.starts_with(of_item);
        if (starts_item && !guesses[item].advice.empty())
            out.append(of_item).append("# ").append(guesses[item].advice.in(language)).append("\n");
        out.append(line);
        if (starts_item) out.append("  # ").append(guesses[item++].seen.in(language));
        out.append("\n");
        in_class = in_class || line.starts_with("    class ");
        at = end + 1;
    }
    return out;
}

}  // namespace daicho
