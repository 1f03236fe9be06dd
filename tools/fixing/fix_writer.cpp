#include "tools/fixing/fix_writer.hpp"

#include "grammars/base/error.hpp"
#include "grammars/base/os_files.hpp"
#include "tools/output_stream.hpp"
#include "tools/own_files.hpp"

namespace daicho {

namespace {

void write_whole(const std::string& path, const std::string& bytes) {
    OutputStream out(path);
    out << bytes;
    out.commit();
}

std::string record_beside(const std::string& file, bool json) {
    return file + ".undo" + (json ? ".json" : ".csv");
}

/// What `daicho patch` takes the fix back with.
std::string record_path(const FixTarget& target, const std::string& file, const FixOutcome& outcome) {
    if (!target.record.empty()) return target.record;
    if (!target.in_place) return {};
    const bool json = outcome.undo.starts_with('[');
    if (!outcome.cells.empty()) require_no_record(target, file, json);
    return record_beside(file, json);
}

}  // namespace

void require_no_record(const FixTarget& target, const std::string& file, bool json) {
    const std::string path = record_beside(file, json);
    if (!target.in_place || !target.record.empty() || !file_facts(path)) return;
    throw Error{ErrorKind::usage,
                path + ": 前の修正の記録があります。移すか、--record で別の名前を指定してください",
                path + ": the record of an earlier fix is there; move it, or name another with --record"};
}

void write_fix(const FixTarget& target, const std::string& file, const FixOutcome& outcome) {
    const std::string record = record_path(target, file, outcome);
    require_own_files({file, target.in_place ? file : target.output}, {{"--record", record}});
    if (!record.empty() && !outcome.cells.empty()) write_whole(record, outcome.undo);
    if (!target.in_place) {
        write_whole(target.output, outcome.bytes);
    } else if (!outcome.cells.empty()) {
        write_whole(file, outcome.bytes);
    }
}

}  // namespace daicho
