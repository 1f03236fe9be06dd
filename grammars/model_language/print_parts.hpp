#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/model_language/print_expression.hpp"
#include "grammars/model_language/syntax.hpp"

/// What the printers of models and of transformations share.
namespace daicho::syntax {

/// Words of a statement, one space apart.
class Words {
 public:
    Words& operator<<(std::string_view word) {
        if (word.empty()) return *this;
        if (!text_.empty()) text_ += ' ';
        text_ += word;
        return *this;
    }
    /// The word and, behind it, the text in quotes; nothing for an empty text.
    Words& say(std::string_view word, std::string_view text) {
        return text.empty() ? *this : *this << word << print_string(text);
    }
    const std::string& text() const { return text_; }

 private:
    std::string text_;
};

/// Lines with their indentation.
class Page {
 public:
    void line(std::string_view text) {
        if (!text.empty()) text_.append(depth_ * 4, ' ').append(text);
        text_ += '\n';
    }
    void open(const Words& header) {
        line(header.text() + " {");
        ++depth_;
    }
    void close() {
        --depth_;
        line("}");
    }
    const std::string& text() const { return text_; }

 private:
    std::string text_;
    std::size_t depth_ = 0;
};

std::string label_of(const Text& label);
void print_sources(Page& page, const std::vector<Source>& sources);

}  // namespace daicho::syntax
