#include "tools/table_inputs.hpp"

#include <algorithm>
#include <ostream>

#include "grammars/base/error.hpp"
#include "grammars/base/os_files.hpp"
#include "models/dataset/dataset_files.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_others_told = 5;

/// What stops one table and leaves the others as they are.
bool is_about_one_table(const Error& error) {
    return error.kind() == ErrorKind::input || error.kind() == ErrorKind::limit ||
           error.kind() == ErrorKind::system;
}

void tell_others(const std::string& folder, const std::vector<std::string>& others, const Session& session) {
    if (others.empty()) return;
    const bool ja = session.language == Language::ja;
    session.talk << folder << session.say(": 表でないファイルは調べません: ", ": not read, not a table: ");
    const std::size_t told = std::min(others.size(), most_others_told);
    for (std::size_t i = 0; i < told; ++i) session.talk << (i == 0 ? "" : ja ? "、" : ", ") << others[i];
    if (const std::size_t more = others.size() - told; more != 0) {
        session.talk << (ja ? "、ほか " : ", and ") << more << (ja ? "件" : " more");
    }
    session.talk << '\n';
}

bool is_folder(const std::string& path) {
    if (path == "-") return false;
    const auto facts = file_facts(path);
    return facts && facts->kind == FileStatus::Kind::folder;
}

DatasetFiles tables_at(const std::string& path, const Session& session) {
    DatasetFiles files;
    files.tables = {path};
    if (!is_folder(path)) return files;
    files = dataset_files(path);
    tell_others(path, files.others, session);
    if (!files.tables.empty() || !files.unreadable.empty()) return files;
    throw Error{ErrorKind::input, path + ": 読める表がありません（.csv、.tsv、.xlsx など）",
                path + ": there is no table to read (.csv, .tsv, .xlsx ...)"};
}

}  // namespace

bool for_each_table(const std::vector<std::string>& paths, const Session& session,
                    const std::function<void(DatasetSource source)>& one,
                    const std::function<void(const std::string& path, const BothTexts& why)>& failed) {
    bool all = true;
    bool opened = false;  // before that whatever fails is about the table
    const auto attempt = [&](const std::string& path, const std::function<void()>& act) {
        opened = false;
        try {
            act();
        } catch (const Error& error) {
            if (opened && !is_about_one_table(error)) throw;
            all = false;
            const BothTexts why =
                session.explain ? session.explain(error) : BothTexts{error.ja(), error.en()};
            failed(path, why);
            session.out.flush();
            session.talk << "daicho: " << why.in(session.language) << '\n';
        }
    };
    for (const std::string& path : paths) {
        DatasetFiles files;
        attempt(path, [&] { files = tables_at(path, session); });
        for (const Unreadable& closed : files.unreadable)
            attempt(closed.path, [&] { throw Error{ErrorKind::system, closed.why.ja, closed.why.en}; });
        for (const std::string& table : files.tables) {
            attempt(table, [&] {
                DatasetSource source = file_source(table);
                opened = true;
                one(std::move(source));
            });
        }
    }
    return all;
}

}  // namespace daicho
