#include "registries/loading/loader.hpp"

namespace daicho {

void write_coverage(Database& database, std::string_view table, std::string_view value,
                    const LoadedFile& file) {
    Statement write = database.prepare(
        "insert into coverage(\"table\", value, edition, file) values (?1, ?2, ?3, ?4) on conflict do update "
        "set "
        "edition = ?3, file = ?4 where edition < ?3");
    write.bind(0, table);
    write.bind(1, value);
    write.bind(2, std::string_view(file.edition));
    write.bind(3, file.id);
    write.run();
}

}  // namespace daicho
