#include "tools/load_options.hpp"

#include <algorithm>

#include "grammars/base/path_names.hpp"
#include "tools/index_talk.hpp"
#include "tools/option_list.hpp"
#include "tools/report_form.hpp"

namespace daicho {

OptionSpec& add_load_options(OptionList& list, LoadOptions& options, BothTexts paths) {
    OptionSpec& named = list.arguments("PATH", options.paths, std::move(paths));
    list.texts("--without", "SOURCE", options.without,
               {"この出典を除く（id は daicho build --list に）",
                "Leave this source out (ids: daicho build --list)"});
    list.flag("--without-index", options.without_index,
              {"住所の索引を作らない（必要になったときに作る）",
               "Do not make the index of addresses (it is made when needed)"});
    list.flag("--despite-gaps", options.despite_gaps,
              {"前の開庁日の差分が欠けていても、法人番号の差分を取り込む",
               "Take in differences of corporate numbers even if those of earlier days are missing"});
    add_report_form(list, options.form);
    return named;
}

BuildOptions build_options(const LoadOptions& options, Progress& progress, const Session& session) {
    BuildOptions work;
    work.without = options.without;
    work.refuse_gaps = !options.despite_gaps;
    work.progress = [&](const std::string& name, std::size_t done, std::size_t all) {
        progress.show(name, done, all);
    };
    work.index = !options.without_index;
    work.index_progress = index_progress(progress, session);
    return work;
}

bool tell_refused(const BuildReport& report, const Session& session) {
    for (const FileReport& file : report.refused) {
        session.talk << file.name << ": " << session.say(file.note.ja, file.note.en) << " (--despite-gaps)\n";
    }
    return !report.refused.empty();
}

void tell_unused(const BuildReport& report, const std::vector<std::string>& paths, const Session& session) {
    for (const std::string& path : paths) {
        const std::string_view whole = std::string_view(path).substr(0, path.find_last_not_of('/') + 1);
        const std::string_view name = name_of_path(whole);
        const auto is_below = [&](const FileReport& file) {
            return file.name.starts_with(name) &&
                   (file.name.size() == name.size() || file.name[name.size()] == '/' ||
                    file.name[name.size()] == '!');
        };
        const FileReport* last = nullptr;
        bool used = std::ranges::any_of(report.refused, is_below);
        std::size_t count = 0;
        for (const FileReport& file : report.files) {
            if (!is_below(file)) continue;
            used = used || !file.source.empty();
            last = &file;
            ++count;
        }
        if (used || count == 0) continue;  // none: it was already shown by another path
        session.talk << name << ": "
                     << (count == 1 ? session.say(last->note.ja, last->note.en)
                                    : session.say("公表データがないので、何も取り込みませんでした",
                                                  "has no publication; nothing was taken of it"))
                     << "\n";
    }
}

}  // namespace daicho
