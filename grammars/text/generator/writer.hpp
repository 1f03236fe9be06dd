#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace generator {

/// The C++ text that is made.
class Writer {
 public:
    /// `extern const TYPE NAME[N] = {...}` of texts that C++ reads as values.
    void array(std::string_view type, std::string_view name, const std::vector<std::string>& values);
    /// The same with a span NAME on it; the array is private.
    void span(std::string_view type, std::string_view name, const std::vector<std::string>& values);
    /// A table of all code points in two stages: NAME_blocks and NAME_words.
    template <class Word>
    void table(std::string_view name, std::string_view type, const std::vector<Word>& words) {
        std::map<std::vector<Word>, std::size_t> known;
        std::vector<std::string> blocks, stored;
        for (std::size_t at = 0; at < words.size(); at += 64) {
            const std::vector<Word> block(words.begin() + at, words.begin() + at + 64);
            const auto [found, is_new] = known.emplace(block, known.size());
            blocks.push_back(std::to_string(found->second));
            if (!is_new) continue;
            for (const Word word : block) stored.push_back(std::to_string(word));
        }
        array("std::uint16_t", std::string(name) + "_blocks", blocks);
        array(type, std::string(name) + "_words", stored);
    }
    void line(std::string_view text);

    const std::string& text() const { return text_; }

 private:
    std::string text_;
};

std::string hex(char32_t value);

}  // namespace generator
