#include "tools/registry_options.hpp"

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/text/width.hpp"
#include "registries/registry.hpp"
#include "tools/options.hpp"

namespace daicho {

void add_registry_report_form(CLI::App& app, RegistryReportForm& form, const Session& session) {
    add_choice<RegistryReportForm>(
        app, "--format", form, {{"text", RegistryReportForm::text}, {"json", RegistryReportForm::json}},
        session.say("報告の形（既定は text）", "Form of the report (default: text)"), session);
}

void add_without_index(CLI::App& app, bool& without, const Session& session) {
    app.add_flag(
        "--without-index", without,
        std::string(session.say("住所の索引を作らない（要るときに作られる）",
                                "do not make the index of addresses (it is made when it is wanted)")));
}

void add_despite_gaps(CLI::App& app, bool& despite_gaps, const Session& session) {
    app.add_flag("--despite-gaps", despite_gaps,
                 std::string(session.say(
                     "前の開庁日の差分が欠けていても、法人番号の差分を収める",
                     "take differences of corporate numbers though those of days before are missing")));
}

bool tell_refused(const BuildReport& report, const Session& session) {
    for (const FileReport& file : report.refused) {
        session.talk << file.name << ": " << session.say(file.note.ja, file.note.en) << '\n';
    }
    return !report.refused.empty();
}

std::string named_registry(const Session& session) {
    std::string path = session.registry.empty() ? usual_registry() : session.registry;
    if (!path.empty()) return path;
    throw Error{"台帳がありません。--registry で指定するか、daicho build で作ってください",
                "there is no registry; name one with --registry, or make one with daicho build"};
}

Progress::Progress(const Session& session) : session_(session), terminal_(is_terminal(2)) {}

void Progress::show(const std::string& name, std::size_t done, std::size_t all) {
    if (!terminal_) return;
    const std::string line = "[" + std::to_string(done + 1) + "/" + std::to_string(all) + "] " + name;
    session_.talk << "\r\x1b[K" << line.substr(0, size_within(line, terminal_width(2) - 1)) << std::flush;
    shown_ = true;
}

void Progress::clear() {
    if (shown_) session_.talk << "\r\x1b[K" << std::flush;
    shown_ = false;
}

}  // namespace daicho
