#include "tools/report_form.hpp"
#include "tools/option_list.hpp"

namespace daicho {

void add_report_form(OptionList& list, ReportForm& form) {
    list.choice("--format", form, {{"text", ReportForm::text}, {"json", ReportForm::json}},
                {"出力の形式（既定は text）", "Output format (default: text)"});
}

void add_answer_form(OptionList& list, AnswerForm& form) {
    list.choice("--format", form, {{"text", AnswerForm::text}, {"json", AnswerForm::json}},
                {"出力の形式（既定は text。標準入力には json: 1件1行）",
                 "Output format (default: text; for standard input json, one object per line)"});
}

}  // namespace daicho
