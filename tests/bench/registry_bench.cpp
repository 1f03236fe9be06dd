// Publications into a registry, and answers out of it. Loading is compared, in wall time, with inserting the
// same cells, split beforehand, through one bare prepared statement into the same table with the same
// indexes.

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

#include "grammars/formats/table_reader.hpp"
#include "grammars/formats/text_source.hpp"
#include "models/engine/model_set.hpp"
#include "registries/loading/table_loader.hpp"
#include "registries/sources/table_stream.hpp"
#include "registries/store/schema.hpp"

using namespace daicho;

namespace {

constexpr std::size_t parcels = 1'000'000;

double wall_seconds() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double>(now).count();
}

std::string padded(std::size_t number, std::size_t digits) {
    std::string text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

std::string parcel_file() {
    std::string text =
        "lg_code,machiaza_id,prc_id,city,ward,oaza_cho,chome,koaza,machiaza_dist,prc_num1,prc_num2,prc_num3,"
        "rsdt_addr_flg,prc_rec_flg,prc_area_code,efct_date,ablt_date,src_code,remarks,real_prop_num\n";
    for (std::size_t i = 0; i < parcels; ++i) {
        const std::size_t town = i / 2000, lot = i % 2000 / 4 + 1, branch = i % 4;
        text += "302015," + padded(town + 1, 4) + "000," + padded(lot, 5) + padded(branch, 5) +
                "00000,和歌山市,,大字" + std::to_string(town) + "町,,,," + std::to_string(lot) + "," +
                (branch ? std::to_string(branch) : "") + ",,0,1,,1947-04-17,,1,,\n";
    }
    return text;
}

class Scratch {
 public:
    Scratch()
        : folder_(std::filesystem::temp_directory_path() / ("daicho-bench-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(folder_);
    }
    ~Scratch() { std::filesystem::remove_all(folder_); }
    std::string file(const std::string& name) const {
        std::filesystem::remove(folder_ / name);
        return (folder_ / name).string();
    }

 private:
    std::filesystem::path folder_;
};

double load(const RegistryTable& table, const std::string& text, bool header, const std::string& path) {
    const double begin = wall_seconds();
    Database database = Database::open_private(path);
    create_registry(database);
    Transaction transaction(database);
    database.run("insert into file(id, name) values (1, 'bench')");
    TableLoader loader(database, table, {});
    const auto stream = open_table_stream(std::make_unique<MemorySource>(text, "bench"), header);
    const auto rejected = [](std::int64_t, std::uint64_t, std::uint64_t, const RowRefusal&) {};
    loader.load(*stream, {1, "bench", "2026"}, rejected);
    loader.finish(rejected);
    transaction.commit();
    return wall_seconds() - begin;
}

double insert_bare(const RegistryTable& table, const std::string& text, bool header,
                   const std::string& path) {
    ReadOptions options;
    if (!header) options.header_row = 0;
    const auto reader = read_table(text, options);
    std::vector<std::unique_ptr<Batch>> batches;
    for (auto batch = std::make_unique<Batch>(); reader->next(*batch); batch = std::make_unique<Batch>()) {
        batches.push_back(std::move(batch));
    }
    const double begin = wall_seconds();
    Database database = Database::open_private(path);
    database.run(table.create(table.name()));
    Transaction transaction(database);
    Statement insert = database.prepare(table.insert(table.name()));
    const int columns = static_cast<int>(table.items());
    for (const auto& batch : batches) {
        for (std::size_t record = 0; record < batch->size(); ++record) {
            for (int i = 0; i < columns; ++i) {
                const std::string_view cell = batch->cell(record, static_cast<std::size_t>(i));
                if (cell.empty()) {
                    insert.bind_null(i);
                } else {
                    insert.bind(i, cell);
                }
            }
            insert.bind(columns, std::int64_t{1});
            insert.run();
        }
    }
    database.run(table.create_indexes(table.name()));
    transaction.commit();
    return wall_seconds() - begin;
}

const RegistryTable& table_named(const std::vector<RegistryTable>& tables, std::string_view name) {
    return *std::ranges::find_if(tables,
                                 [&](const RegistryTable& one) { return one.layout().table == name; });
}

void compare(const RegistryTable& table, const std::string& text, std::size_t rows, bool header,
             const Scratch& scratch) {
    double ours = 1e30, bare = 1e30;
    for (int i = 0; i < 3; ++i) {
        ours = std::min(ours, load(table, text, header, scratch.file(table.name())));
        bare = std::min(bare, insert_bare(table, text, header, scratch.file("bare")));
    }
    const auto rate = [&](double seconds) { return static_cast<double>(rows) / seconds / 1e6; };
    std::printf("%-52s %9.2f million rows/s\n", ("load " + table.name()).c_str(), rate(ours));
    std::printf("%-52s %9.2f million rows/s   daicho has %.2f of it\n", "  bare insert of the same cells",
                rate(bare), bare / ours);
}

void report_memory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%-52s %9ld MB, the files in memory included\n", "peak memory", usage.ru_maxrss / 1024);
}

}  // namespace

int main() {
    ModelSet models;
    std::vector<RegistryTable> tables;
    for (const Source& source : sources()) {
        for (const Layout& layout : source.layouts)
            tables.emplace_back(source, layout, models.get(layout.model));
    }
    const Scratch scratch;
    compare(table_named(tables, "parcel"), parcel_file(), parcels, true, scratch);
    report_memory();
    return 0;
}
