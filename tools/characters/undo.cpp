#include "tools/characters/undo.hpp"

#include <optional>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/characters/undo_conversion.hpp"

namespace daicho {

namespace {

/// Told before anything is written, where the file can be read twice.
void require_result(ByteSource& file, const std::string& record_path) {
    InputFile record(record_path);
    if (is_result_of(file, record)) return;
    throw Error{ErrorKind::input,
                file.name() + ": この記録の変換が書いたファイルではないか、その後に書き換えられています（" +
                    record_path + "）。変換したときのままのファイルを指定してください",
                file.name() + ": this is not what the conversion of " + record_path +
                    " wrote, or it was changed since; give the file as it was written"};
}

}  // namespace

Exit undo_file(const UndoFile& files, const Session& session) {
    if (files.output.empty())
        throw Error{ErrorKind::usage, "出力先を -o で指定してください", "name where to write with -o"};
    if (files.record == "-") {
        throw Error{ErrorKind::usage, "記録は標準入力からは読めません。ファイルを --undo で指定してください",
                    "a record cannot be read from standard input; name its file with --undo"};
    }
    InputFile file(files.file);
    std::optional<SpooledSource> spooled;
    if (!file.rewindable()) spooled.emplace(file);
    ByteSource& source = spooled ? static_cast<ByteSource&>(*spooled) : file;
    require_result(source, files.record);
    source.rewind();
    InputFile edits(files.record);
    InputFile bytes(files.record);
    OutputFile out(files.output);
    undo_conversion(source, edits, bytes, [&](std::string_view piece) { out.write(piece); });
    out.commit();
    session.talk << session.say("元のバイト列に戻しました（SHA-256 が一致）\n",
                                "the original bytes are back (same SHA-256)\n");
    return Exit::clean;
}

}  // namespace daicho
