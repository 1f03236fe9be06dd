#include "registries/builder/builder.hpp"

#include <algorithm>
#include <memory>
#include <tuple>

#include "grammars/base/digest.hpp"
#include "grammars/base/error.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/formats/file_opener.hpp"
#include "models/engine/model_set.hpp"
#include "registries/builder/file_log.hpp"
#include "registries/builder/index_step.hpp"
#include "registries/builder/known_files.hpp"
#include "registries/builder/place_index.hpp"
#include "registries/corporations/corporation_loader.hpp"
#include "registries/loading/survey.hpp"
#include "registries/loading/table_loader.hpp"
#include "registries/sources/table_stream.hpp"
#include "registries/store/registry_lock.hpp"
#include "registries/store/schema.hpp"
#include "registries/store/table_digest.hpp"

namespace daicho {

namespace {

/// The tables of all sources. Their models live in `models`.
std::vector<RegistryTable> all_tables(ModelSet& models) {
    std::vector<RegistryTable> tables;
    for (const Source& source : sources()) {
        for (const Layout& layout : source.layouts) {
            tables.emplace_back(source, layout, models.get(layout.model));
        }
    }
    return tables;
}

void check_names(const std::vector<std::string>& without) {
    for (const std::string& id : without) {
        if (std::ranges::find(sources(), id, &Source::id) != sources().end()) continue;
        std::string known;
        for (const Source& source : sources()) known += (known.empty() ? "" : ", ") + std::string(source.id);
        throw Error{ErrorKind::usage, id + ": このような出典はありません。あるもの: " + known,
                    id + ": there is no such source; there are: " + known};
    }
}

/// The order in which files are read: table by table, older editions first, in one edition by name.
std::vector<std::size_t> reading_order(const std::vector<Candidate>& candidates) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i].found.table) order.push_back(i);
    }
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const Candidate &left = candidates[a], &right = candidates[b];
        return std::tie(left.found.table, left.edition.date, left.name) <
               std::tie(right.found.table, right.edition.date, right.name);
    });
    return order;
}

/// Digests a file while it is read.
class DigestedFile final : public ByteSource {
 public:
    explicit DigestedFile(std::unique_ptr<ByteSource> file) : file_(std::move(file)), digest_(*file_) {}

    std::size_t read(char* to, std::size_t size) override { return digest_.read(to, size); }
    bool rewindable() const override { return digest_.rewindable(); }
    void rewind() override { digest_.rewind(); }
    const std::string& name() const override { return digest_.name(); }
    DigestingSource::Digest finish() { return digest_.finish(); }

 private:
    std::unique_ptr<ByteSource> file_;
    DigestingSource digest_;
};

std::unique_ptr<RecordStream> open_records(const Recognition& found, std::unique_ptr<ByteSource> file) {
    return found.form ? found.form->open(std::move(file)) : open_table_stream(std::move(file), found.header);
}

/// Loads files into one database and writes down what became of them.
class Work {
 public:
    Work(Database& database, const BuildOptions& options, std::function<void(const Change&)> changed)
        : database_(database), options_(options), changed_(std::move(changed)), log_(database) {}

    /// Reads what was recognised; the rest is written down as not taken.
    std::vector<FileReport> take(std::vector<Candidate> candidates);
    std::vector<FileReport> refused() { return std::move(refused_); }
    bool changed() const { return stored_; }
    bool places_changed() const { return places_changed_; }

 private:
    void read(Candidate& candidate, Loader& loader, std::int64_t id);
    void load(Candidate& candidate, Loader& loader, std::int64_t id);
    void finish(Loader& loader);
    void count(std::int64_t file, const RowCounts& more, bool stored);
    std::unique_ptr<Loader> loader_of(const RegistryTable& table);

    Database& database_;
    const BuildOptions& options_;
    std::function<void(const Change&)> changed_;
    FileLog log_;
    FileOpener files_;
    Loader::Rejected rejected_ = [this](std::int64_t file, std::uint64_t record, std::uint64_t line,
                                        const RowRefusal& why) { log_.reject(file, record, line, why); };
    std::vector<FileReport> refused_;
    /// What is loaded has positions.
    bool places_ = false, places_changed_ = false;
    bool stored_ = false;
};

std::unique_ptr<Loader> Work::loader_of(const RegistryTable& table) {
    places_ = !table.layout().place.empty() || !table.layout().outline.empty();
    if (table.layout().absence == Absence::says_nothing) {
        return std::make_unique<CorporationLoader>(database_, table, changed_, options_.refuse_gaps);
    }
    return std::make_unique<TableLoader>(database_, table, changed_);
}

void Work::load(Candidate& candidate, Loader& loader, std::int64_t id) {
    auto owned = std::make_unique<DigestedFile>(files_.open(candidate.locator));
    DigestedFile& file = *owned;
    const auto records = open_records(candidate.found, std::move(owned));
    const auto counts = loader.load(*records, {id, candidate.name, candidate.edition.date}, rejected_);
    if (candidate.edition.from != Edition::From::name && !loader.newest_row().empty()) {
        candidate.edition = {loader.newest_row(), Edition::From::rows};
    }
    const auto digest = file.finish();
    log_.taken(id, candidate, {digest.sha256, digest.size, records->encoding()});
    const bool twice = log_.knows_another(id, digest.sha256);
    if (twice) {  // all that it did is undone: the same file says nothing new
        database_.run("rollback to rows_of_file");
        loader.forget();
        log_.taken(id, candidate, {digest.sha256, digest.size, records->encoding()});
        const std::int64_t all = counts.at(id).records;
        log_.count(id, {.records = all, .duplicate = all});
        return;
    }
    loader.accept();
    for (const auto& [owner, difference] : counts) {
        count(owner, difference, difference.stored != 0);
    }
}

/// A file that turns out to be broken half way leaves nothing behind but the word that it is.
void Work::read(Candidate& candidate, Loader& loader, std::int64_t id) {
    if (auto why = loader.refusal({id, candidate.name, candidate.edition.date})) {
        refused_.push_back({.name = candidate.name, .note = *why});
        candidate.found = {nullptr, false, std::move(*why)};
        return;
    }
    database_.run("savepoint rows_of_file");
    try {
        load(candidate, loader, id);
        database_.run("release rows_of_file");
    } catch (const DatabaseError&) {
        throw;
    } catch (const Error& error) {
        database_.run("rollback to rows_of_file; release rows_of_file");
        loader.forget();
        candidate.found = {nullptr, false, note_of(error, candidate.locator)};
    }
}

void Work::finish(Loader& loader) {
    for (const auto& [owner, difference] : loader.finish(rejected_)) {
        count(owner, difference, difference.stored != 0 || difference.superseded != 0);
    }
}

void Work::count(std::int64_t file, const RowCounts& more, bool stored) {
    log_.count(file, more);
    stored_ |= stored;
    places_changed_ |= stored && places_;
}

std::vector<FileReport> Work::take(std::vector<Candidate> candidates) {
    const std::int64_t first = log_.next_id();
    for (std::size_t i = 0; i < candidates.size(); ++i)
        log_.found(first + static_cast<std::int64_t>(i), candidates[i]);
    const auto order = reading_order(candidates);
    std::unique_ptr<Loader> loader;
    const RegistryTable* table = nullptr;
    for (std::size_t done = 0; done < order.size(); ++done) {
        Candidate& candidate = candidates[order[done]];
        if (candidate.found.table != table) {
            if (loader) finish(*loader);
            table = candidate.found.table;
            loader = loader_of(*table);
        }
        if (options_.progress) options_.progress(candidate.name, done, order.size());
        read(candidate, *loader, first + static_cast<std::int64_t>(order[done]));
    }
    if (loader) finish(*loader);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (!candidates[i].found.table)
            log_.not_taken(first + static_cast<std::int64_t>(i), candidates[i].found.why);
    }
    return log_.reports(first);
}

/// Reasons of files that were not taken that a message shows.
constexpr std::size_t shown_reasons = 3;

Error nothing_recognised(const std::vector<std::string>& paths, const std::vector<Candidate>& candidates) {
    std::string names, ja, en;
    for (const std::string& path : paths) names += (names.empty() ? "" : ", ") + path;
    for (std::size_t i = 0; i < std::min(candidates.size(), shown_reasons); ++i) {
        const Note& why = candidates[i].found.why;
        ja += "\n  " + candidates[i].name + ": " + why.ja;
        en += "\n  " + candidates[i].name + ": " + why.en;
    }
    if (candidates.size() > shown_reasons) {
        const std::string more = std::to_string(candidates.size() - shown_reasons);
        ja += "\n  ほか " + more + " ファイル";
        en += "\n  and " + more + " more files";
    }
    return {ErrorKind::input, names + ": 台帳にできる公表データが見つかりません" + ja,
            names + ": no publication for a registry was found here" + en, ErrorHint::list};
}

/// Files were recognised, and not one of their rows could be taken.
Error nothing_stored(const Database& database) {
    Statement first = database.prepare(
        "select name, note_ja, note_en from file where note_ja is not null union all select f.name || ':' || "
        "r.line, "
        "r.reason_ja, r.reason_en from rejection r join file f on f.id = r.file limit 1");
    std::string ja, en;
    if (first.step()) {
        ja = std::string(first.text(0)).append(": ").append(first.text(1)).append("。");
        en = std::string(first.text(0)).append(": ").append(first.text(2)).append("; ");
    }
    return {ErrorKind::input, ja + "収められる行が一つもありません",
            en + "there is not one row that can be taken"};
}

/// A file beside the registry that becomes it, or goes.
class Draft {
 public:
    explicit Draft(const std::string& target) : target_(target), name_(make_temporary_beside(target)) {}
    ~Draft() {
        try {
            remove_temporaries_beside(target_);
        } catch (const Error&) {  // it is found and removed by who writes next
        }
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    const std::string& name() const { return name_; }
    void publish() {
        sync_file(name_);
        rename_file(name_, target_);
    }

 private:
    std::string target_;
    std::string name_;
};

BuildReport fill(Database& database, const std::vector<RegistryTable>& tables, const BuildOptions& options,
                 std::vector<Candidate> candidates, std::function<void(const Change&)> changed) {
    BuildReport report;
    Transaction transaction(database);
    Work work(database, options, std::move(changed));
    report.files = work.take(std::move(candidates));
    report.refused = work.refused();
    report.changed = work.changed();
    const bool none = database.number("select count(*) from sqlite_master where name = 'place'") == 0;
    if (work.places_changed() || none) make_place_index(database, tables);
    write_generation(database);
    write_seals(database);
    transaction.commit();
    return report;
}

/// First the index of what is coming, whose name nobody asks for yet, then the registry: at any moment the
/// one that is in place has its own.
void publish(Draft& draft, const std::string& path, const BuildOptions& options, BuildReport& report,
             decltype(make_index_beside)& index) {
    if (options.index) report.index = index(draft.name(), path, options.index_progress);
    draft.publish();
    remove_old_indexes(path);
}

bool any_taken(const std::vector<Candidate>& candidates) {
    return std::ranges::any_of(candidates, [](const Candidate& candidate) { return candidate.found.table; });
}

}  // namespace

BuildReport build_registry(const std::string& output, const std::vector<std::string>& paths,
                           const BuildOptions& options) {
    check_names(options.without);
    ModelSet models;
    const auto tables = all_tables(models);
    const std::string target = file_to_replace(output);
    check_replaceable(target);
    auto candidates = survey(paths, tables, options.without);
    if (!any_taken(candidates)) throw nothing_recognised(paths, candidates);
    const RegistryLock held = lock_registry(target);
    remove_temporaries_beside(target);
    Draft draft(target);
    BuildReport report;
    {
        Database database = Database::open_private(draft.name());
        create_registry(database);
        report = fill(database, tables, options, std::move(candidates), {});
        if (!report.changed) throw nothing_stored(database);
        database.run("analyze");
    }
    publish(draft, output, options, report, make_index_beside);
    return report;
}

BuildReport update_registry(const std::string& path, const std::vector<std::string>& paths,
                            const BuildOptions& options, const std::function<void(const Change&)>& changed) {
    check_names(options.without);
    ModelSet models;
    const auto tables = all_tables(models);
    const std::string target = file_to_replace(path);
    const RegistryLock held = lock_registry(target);
    remove_temporaries_beside(target);
    check_registry(Database::open_published(target));
    auto candidates = survey(paths, tables, options.without);
    if (!any_taken(candidates)) throw nothing_recognised(paths, candidates);
    BuildReport report;
    if (auto known = reports_of_known_files(Database::open_published(target), candidates)) {
        report.files = std::move(*known);
        if (options.index) report.index = keep_index_beside(path, path, options.index_progress);
        return report;
    }
    const auto done = [&](BuildOptions::Step step) {
        if (options.step) options.step(step);
    };
    Draft draft(target);
    copy_file(target, draft.name());
    done(BuildOptions::Step::copied);
    {
        Database database = Database::open_private(draft.name());
        report = fill(database, tables, options, std::move(candidates), changed);
    }
    done(BuildOptions::Step::loaded);
    if (report.changed) {
        publish(draft, path, options, report, keep_index_beside);
        done(BuildOptions::Step::published);
    } else if (options.index) {
        report.index = keep_index_beside(path, path, options.index_progress);
    }
    return report;
}

}  // namespace daicho
