#include <memory>
#include <string>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "tools/baseline.hpp"
#include "tools/command.hpp"
#include "tools/validation.hpp"

namespace daicho {

namespace {

struct BaselineOptions {
    std::string action;
    Validation validation;
    std::string output;
};

/// Writes down all that is found.
class BaselineMaker final : public ValidationListener {
 public:
    Baseline baseline;

    void begin_file(const FileFacts& facts) override { file_ = facts.path; }
    void add(const Finding& finding) override { baseline.add(file_, finding); }
    void end_file(const FileVerdict&) override {}
    void fail_file(const std::string&, const BothTexts&) override {}

 private:
    std::string file_;
};

Exit run_baseline(const BaselineOptions& options, const Session& session) {
    if (options.action != "create") refuse_unknown_word("", options.action, {"create"});
    OutputFile file(options.output);
    BaselineMaker maker;
    const bool all_read = run_validation(options.validation, session, maker);
    if (!all_read) {
        throw Error{ErrorKind::input, "読めない表があるので、基準は書きませんでした。",
                    "some tables could not be read, so no baseline was written"};
    }
    file.write(maker.baseline.text());
    file.commit();
    const std::string count = std::to_string(maker.baseline.size());
    session.talk << (session.language == Language::ja ? "指摘 " + count + "件を基準として書きました。\n"
                                                      : "a baseline of " + count + " findings was written\n");
    return Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_baseline(OptionList& list) {
    auto action = std::make_unique<ActionOf<BaselineOptions>>(run_baseline);
    auto& options = action->options;
    list.argument("ACTION", options.action,
                  {"create: 今ある指摘を基準として書く", "create: write down the findings there are"})
        .required();
    add_validation(list, options.validation);
    list.text("-o,--output", "OUT", options.output,
              {"出力先（- は標準出力）", "Where to write (-: standard output)"})
        .required();
    return action;
}

}  // namespace daicho
