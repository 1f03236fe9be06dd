#include <string>

#include "registries/quality/quality_checks.hpp"

namespace daicho {

namespace {

/// A table of programmes: what tells the publisher, and the last day of the call and of the publication.
struct ProgrammeRows {
    const char* table;
    const char* publisher;
    const char* last;
};

constexpr ProgrammeRows programmes{
    "programme", "\"制度所管組織\"",
    "min(coalesce(nullif(closes, ''), withdrawn), coalesce(nullif(withdrawn, ''), closes))"};
constexpr ProgrammeRows municipal_programmes{"municipal_programme", "localGovernmentCode || authority",
                                             "closes"};

std::string key_of_programme(const std::string& row, const ProgrammeRows& rows) {
    return "'" + std::string(rows.table) + "/' || replace(" + row + ".programme_key, char(31), '/')";
}

void find_twice(const Registry& registry, const ProgrammeRows& table, QualityRemarks& remarks) {
    const std::string name(table.table);
    remarks.look_at(registry.database().number("select count(*) from " + name));
    Statement rows = registry.database().prepare("with p as (select programme_key, name_words, " +
                                                 std::string(table.publisher) + " as publisher from " + name +
                                                 ") select " + key_of_programme("a", table) + ", " +
                                                 key_of_programme("b", table) +
                                                 " from p a join p b on a.name_words = b.name_words and "
                                                 "a.publisher = b.publisher and a.programme_key < "
                                                 "b.programme_key order by 1, 2");
    while (rows.step()) {
        const std::string other(rows.text(1));
        remarks.add({std::string(rows.text(0)), "同じ名称の制度: " + other, "of the same name: " + other});
    }
}

void find_over(const Registry& registry, const ProgrammeRows& table, QualityRemarks& remarks) {
    const std::string name(table.table);
    remarks.look_at(registry.database().number("select count(*) from " + name));
    Statement rows = registry.database().prepare(
        "select " + key_of_programme("p", table) + ", last, edition from (select p.programme_key, " +
        table.last + " as last, f.edition from " + name +
        " p join file f on f.id = p.file) p where last <> '' and last < "
        "edition order by 1");
    while (rows.step()) {
        const std::string last(rows.text(1)), edition(rows.text(2));
        remarks.add({std::string(rows.text(0)), "最終日 " + last + "、公表 " + edition,
                     "over since " + last + ", published " + edition});
    }
}

}  // namespace

void find_programmes_twice(const Registry& registry, QualityRemarks& remarks) {
    find_twice(registry, programmes, remarks);
}

void find_programmes_over(const Registry& registry, QualityRemarks& remarks) {
    find_over(registry, programmes, remarks);
}

void find_municipal_programmes_twice(const Registry& registry, QualityRemarks& remarks) {
    find_twice(registry, municipal_programmes, remarks);
}

void find_municipal_programmes_over(const Registry& registry, QualityRemarks& remarks) {
    find_over(registry, municipal_programmes, remarks);
}

}  // namespace daicho
