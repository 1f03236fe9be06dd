#include "registries/builder/file_log.hpp"

#include "grammars/base/digest.hpp"
#include "registries/store/schema.hpp"

namespace daicho {

namespace {

constexpr unsigned kept_rejections = 1000;

}  // namespace

FileLog::FileLog(Database& database)
    : database_(database),
      reject_(database.prepare(
          "insert into rejection(file, record, line, \"column\", value, reason_ja, reason_en) "
          "values (?, ?, ?, ?, ?, ?, ?)")) {}

std::int64_t FileLog::next_id() const {
    return database_.number("select coalesce(max(id), 0) + 1 from file");
}

void FileLog::found(std::int64_t id, const Candidate& candidate) {
    Statement insert = database_.prepare("insert into file(id, name) values (?, ?)");
    insert.bind(0, id);
    insert.bind(1, std::string_view(candidate.name));
    insert.run();
}

void FileLog::taken(std::int64_t id, const Candidate& candidate, const Content& content) {
    Statement update = database_.prepare(
        "update file set source = ?, \"table\" = ?, sha256 = ?, size = ?, edition = ?, edition_from = ?, "
        "encoding = ? "
        "where id = ?");
    const RegistryTable& table = *candidate.found.table;
    update.bind(0, table.source().id);
    update.bind(1, table.layout().table);
    update.bind(2, std::string_view(content.sha256));
    update.bind(3, static_cast<std::int64_t>(content.size));
    update.bind(4, std::string_view(candidate.edition.date));
    update.bind(5, to_string(candidate.edition.from));
    if (content.encoding.empty()) {
        update.bind_null(6);
    } else {
        update.bind(6, std::string_view(content.encoding));
    }
    update.bind(7, id);
    update.run();
}

bool FileLog::knows_another(std::int64_t id, const std::string& sha256) const {
    Statement same =
        database_.prepare("select 1 from file where sha256 = ? and id <> ? and source is not null");
    same.bind(0, std::string_view(sha256));
    same.bind(1, id);
    return same.step();
}

void FileLog::not_taken(std::int64_t id, const Note& why) {
    Statement update = database_.prepare("update file set note_ja = ?, note_en = ? where id = ?");
    update.bind(0, std::string_view(why.ja));
    update.bind(1, std::string_view(why.en));
    update.bind(2, id);
    update.run();
}

void FileLog::count(std::int64_t id, const RowCounts& more) {
    Statement update = database_.prepare(
        "update file set records = records + ?, stored = stored + ?, duplicate = duplicate + ?, superseded = "
        "superseded + ?, rejected = rejected + ? where id = ?");
    update.bind(0, more.records);
    update.bind(1, more.stored);
    update.bind(2, more.duplicate);
    update.bind(3, more.superseded);
    update.bind(4, more.rejected);
    update.bind(5, id);
    update.run();
}

void FileLog::reject(std::int64_t id, std::uint64_t record, std::uint64_t line, const RowRefusal& refusal) {
    if (++rejected_[id] > kept_rejections) return;
    reject_.bind(0, id);
    reject_.bind(1, static_cast<std::int64_t>(record));
    reject_.bind(2, static_cast<std::int64_t>(line));
    reject_.bind(3, std::string_view(refusal.column));
    reject_.bind(4, std::string_view(refusal.value));
    reject_.bind(5, std::string_view(refusal.reason.ja));
    reject_.bind(6, std::string_view(refusal.reason.en));
    reject_.run();
}

std::vector<FileReport> FileLog::reports(std::int64_t first) const {
    Statement files = database_.prepare(
        "select name, source, \"table\", edition, records, stored, duplicate, superseded, rejected, note_ja, "
        "note_en "
        "from file where id >= ? order by id");
    files.bind(0, first);
    std::vector<FileReport> reports;
    while (files.step()) {
        const auto text = [&](int column) { return std::string(files.text(column)); };
        reports.push_back(
            {text(0),
             text(1),
             text(2),
             text(3),
             {files.integer(4), files.integer(5), files.integer(6), files.integer(7), files.integer(8)},
             {text(9), text(10)}});
    }
    return reports;
}

void write_generation(Database& database) {
    Sha256 digest;
    digest.add(std::to_string(registry_version));
    Statement files = database.prepare("select name, coalesce(sha256, '') from file order by id");
    while (files.step()) {
        digest.add(files.text(0));
        digest.add(files.text(1));
    }
    Statement write = database.prepare("insert or replace into fact(name, value) values ('generation', ?)");
    const std::string generation = digest.hex().substr(0, 16);
    write.bind(0, std::string_view(generation));
    write.run();
}

}  // namespace daicho
