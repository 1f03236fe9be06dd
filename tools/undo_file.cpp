#include "tools/undo_file.hpp"

#include <filesystem>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/undo_record.hpp"
#include "tools/own_files.hpp"

namespace daicho {

UndoKeeper::UndoKeeper(const std::string& record, std::string_view command, const std::string& before,
                       const std::string& after)
    : record_(record), command_(command), after_(after) {
    if (record_.empty()) return;
    if (before == "-" || after == "-" || after.empty()) {
        throw Error{ErrorKind::usage, "--record を使うときは、入力も出力もファイルにしてください",
                    "with --record read a file and write a file"};
    }
    require_own_files({before, after}, {{"--record", record_}});
    if (std::filesystem::is_regular_file(record_)) {
        throw Error{ErrorKind::usage, record_ + ": 前の記録があります。移すか、別の名前を指定してください",
                    record_ + ": an earlier record is there; move it, or name another file"};
    }
    bytes_ = read_file(before);
}

void UndoKeeper::write() const {
    if (record_.empty()) return;
    OutputFile file(record_);
    file.write(undo_record(bytes_, read_file(after_), command_, after_));
    file.commit();
}

}  // namespace daicho
