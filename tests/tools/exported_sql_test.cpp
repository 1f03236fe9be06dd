#include <catch2/catch.hpp>

#include "models/export/export_form.hpp"
#include "registries/store/database.hpp"

using namespace daicho;

TEST_CASE("the SQL of every class makes its tables") {
    ModelSet models;
    const ExportForm& form = *find_export_form("sql");
    std::size_t made = 0;
    for (const auto& entry : models.entries()) {
        const std::string name = entry.model + "/" + entry.class_name;
        CAPTURE(name);
        const Export sql = export_model(models, models.find(name), form, {});
        Database database = Database::open_private(":memory:");
        CHECK_NOTHROW(database.run(sql.text));
        CHECK(database.number("SELECT count(*) FROM sqlite_master WHERE type = 'table'") > 0);
        CHECK(database.number("SELECT count(*) FROM pragma_foreign_key_check") == 0);
        ++made;
    }
    CHECK(made > 400);
}
