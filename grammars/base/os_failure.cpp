#include "grammars/base/os_failure.hpp"

#include <cerrno>
#include <cstring>

#include "grammars/base/error.hpp"

namespace daicho {

namespace {

struct Reason {
    int code;
    const char* ja;
    const char* en;
    ErrorKind kind = ErrorKind::system;
};

constexpr Reason reasons[] = {
    {ENOENT, "ファイルまたはフォルダーがありません。名前を確かめてください。",
     "there is no such file or folder; check the name", ErrorKind::usage},
    {EACCES, "アクセスする権限がありません。", "permission denied"},
    {EPERM, "この操作は許されていません。", "operation not permitted"},
    {EISDIR, "フォルダーです。ファイルを指定してください。", "it is a folder; name a file", ErrorKind::usage},
    {ENOTDIR, "途中の名前がフォルダーではありません。", "part of the path is not a folder", ErrorKind::usage},
    {ENOSPC, "ディスクの空きがありません。不要なファイルを消すか、別の場所を指定してください。",
     "no space is left on the disk; remove what is not needed, or name another place"},
    {EDQUOT, "ディスクの割り当てを使い切りました。不要なファイルを消すか、別の場所を指定してください。",
     "the disk quota is used up; remove what is not needed, or name another place"},
    {EFBIG, "ファイルの大きさの制限（ulimit -f）を超えました。",
     "the file would be larger than is allowed (ulimit -f)", ErrorKind::limit},
    {EROFS, "読み取り専用の場所です。別の場所を指定してください。",
     "the place is read-only; name another place"},
    {EMFILE, "開いているファイルが多すぎます。", "too many open files"},
    {ENAMETOOLONG, "名前が長すぎます。", "the name is too long", ErrorKind::usage},
    {EXDEV, "別のディスクの間では置き換えられません。", "it cannot be moved from one disk to another"},
    {ELOOP, "シンボリックリンクが循環しています。", "symbolic links lead in a circle"},
    {EIO, "入出力の誤りです。媒体を確かめてください。", "input/output error; check the device"},
};

}  // namespace

void throw_system_error(const std::string& name, const char* ja, const char* en, int code) {
    for (const auto& reason : reasons) {
        if (reason.code == code) {
            throw Error{reason.kind, name + ": " + ja + ": " + reason.ja,
                        name + ": " + en + ": " + reason.en};
        }
    }
    const std::string text = std::strerror(code);
    throw Error{ErrorKind::system, name + ": " + ja + ": " + text, name + ": " + en + ": " + text};
}

}  // namespace daicho
