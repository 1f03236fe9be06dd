#include "registries/store/registry.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "registries/lookup/lookup.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/small_places.hpp"

using namespace daicho;

namespace {

std::vector<std::string> tables_of(const std::string& path) {
    const Registry registry(path);
    Statement names = registry.database().prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite%'");
    std::vector<std::string> tables;
    while (names.step()) tables.emplace_back(names.text(0));
    return tables;
}

/// The registry with one table that has none of its columns.
void damage(const std::string& path, const std::string& table) {
    Database database = Database::open_private(path);
    database.run("drop table \"" + table + "\"; create table \"" + table + "\" (damaged)");
}

/// What is said to the question, or the error.
std::string asked(const Registry& registry, const LookupKind& kind) {
    try {
        const LookupAnswer answer = look_up(kind, "白山", {.registry = &registry});
        return std::string(name_of(answer.status())) + " " + answer.note_en;
    } catch (const Error& error) {
        return error.en();
    }
}

}  // namespace

TEST_CASE("a question to a damaged table is answered the same however often it is asked") {
    const SmallAddressIndex made = small_places();
    const std::string whole = read_file(made.registry());
    const ScratchFolder folder;
    std::size_t refused = 0;
    for (const std::string& table : tables_of(made.registry())) {
        const std::string path = folder.write("damaged.sqlite", whole);
        damage(path, table);
        try {
            const Registry registry(path);
            for (const LookupKind& kind : lookup_kinds()) {
                const std::string first = asked(registry, kind);
                CHECK(asked(registry, kind) == first);
                refused += first.find("no such column") != first.npos;
            }
        } catch (const Error&) {
            ++refused;  // when it is opened already
        }
    }
    CHECK(refused > 3);
}
