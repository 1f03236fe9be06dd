#include "registries/store/schema.hpp"

#include <string_view>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/formats/first_bytes.hpp"

namespace daicho {

namespace {

/// Whether the head of a file is that of a registry: SQLite's, with our number at its place (the file format
/// of SQLite, 1.3).
bool begins_registry(std::string_view head) {
    constexpr std::size_t place = 68;
    if (head.size() < place + 4 || !head.starts_with(sqlite_magic)) return false;
    std::int64_t number = 0;
    for (const char c : head.substr(place, 4)) number = number << 8 | static_cast<unsigned char>(c);
    return number == registry_application;
}

}  // namespace

void create_registry(Database& database) {
    database.run("pragma application_id=" + std::to_string(registry_application));
    database.run("pragma user_version=" + std::to_string(registry_version));
    database.run(R"(
        create table fact(name text primary key, value text not null) strict, without rowid;
        create table file(
            id integer primary key,
            name text not null,          -- the way to it from the path that was given
            source text,                 -- null: not a registry publication
            "table" text,
            sha256 text,
            size integer,                -- bytes, unpacked
            edition text,                -- YYYY-MM-DD, YYYY-MM or YYYY
            edition_from text,           -- name, archive, rows, file
            encoding text,
            records integer not null default 0,
            stored integer not null default 0,
            duplicate integer not null default 0,
            superseded integer not null default 0,
            rejected integer not null default 0,
            note_ja text,
            note_en text
        ) strict;
        create table rejection(
            file integer not null references file(id),
            record integer not null,
            line integer not null,
            "column" text,
            value text,
            reason_ja text not null,
            reason_en text not null
        ) strict;
        create table coverage(
            "table" text not null,
            value text not null,
            edition text not null,
            file integer not null references file(id),
            primary key("table", value)
        ) strict, without rowid;
    )");
}

void check_registry(const Database& database) {
    const std::string& path = database.path();
    if (database.number("pragma application_id") != registry_application) {
        throw Error{
            ErrorKind::registry,
            path + ": daicho の台帳ファイルではありません。daicho build で作ったファイルを指定してください",
            path + ": it is not a registry of daicho; name a file that daicho build has made"};
    }
    const std::int64_t version = database.number("pragma user_version");
    if (version > registry_version) {
        throw Error{ErrorKind::registry,
                    path + ": この台帳は新しい版の daicho で作られています。daicho を更新してください",
                    path + ": this registry was made by a newer version; upgrade daicho"};
    }
    if (version < registry_version) {
        throw Error{ErrorKind::registry,
                    path + ": この台帳は古い版の daicho で作られています。daicho build で作り直してください",
                    path + ": this registry was made by an older version; make it again with daicho build"};
    }
    // What stands under the name of a table must be one: a view can be a question without an end.
    if (database.number("select count(*) from sqlite_master where type in ('view', 'trigger')") != 0) {
        throw Error{ErrorKind::registry,
                    path + ": daicho が作らないビューやトリガーがあります。daicho build で作り直してください",
                    path +
                        ": it has views or triggers, which daicho does not make; make it again with daicho "
                        "build"};
    }
}

void check_replaceable(const std::string& path) {
    if (!file_facts(path)) return;
    constexpr std::size_t telling = 72;
    InputFile file{path};
    const std::string head = take_bytes(file, telling);
    if (head.empty() || begins_registry(head)) return;
    throw Error{
        ErrorKind::usage,
        path +
            ": "
            "台帳ではないファイルなので、台帳で置き換えません。別の名前を指定するか、不要なら先に削除してくだ"
            "さい",
        path + ": it is no registry, and is not replaced by one; name another file, or remove it first"};
}

}  // namespace daicho
