#pragma once

#include <cstdint>

#include "tools/option_list.hpp"

namespace daicho {

/// How a command writes its report.
enum class ReportForm : std::uint8_t { text, json };

/// `--format text|json`, text unless told.
void add_report_form(OptionList& list, ReportForm& form);

/// How a command answers, one question after the other.
enum class AnswerForm : std::uint8_t {
    usual,  ///< text for words of the command line, JSON for lines of standard input
    text,
    json,
};

/// `--format text|json` of commands that answer words or lines.
void add_answer_form(OptionList& list, AnswerForm& form);

constexpr bool is_json(AnswerForm form, bool from_input) {
    return form == AnswerForm::usual ? from_input : form == AnswerForm::json;
}

}  // namespace daicho
