#include "registries/store/schema.hpp"

#include "grammars/base/error.hpp"

namespace daicho {

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

}  // namespace daicho
