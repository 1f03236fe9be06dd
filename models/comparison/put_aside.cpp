#include "models/comparison/put_aside.hpp"

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/base/os_growing_file.hpp"

namespace daicho {

namespace {

void read_whole(InputFile& file, char* to, std::size_t size) {
    while (size > 0) {
        const std::size_t got = file.read(to, size);
        if (got == 0) {
            throw Error{ErrorKind::input, file.name() + ": 途中で終わっています。もう一度実行してください。",
                        file.name() + ": it ends early; run the command again"};
        }
        to += got;
        size -= got;
    }
}

}  // namespace

AsideFile::AsideFile(std::string path) : path_(std::move(path)) {}

AsideFile::~AsideFile() {
    if (!file_) return;
    file_.reset();
    try {
        remove_file(path_);
    } catch (const Error&) {  // the name is that of a run, and no other run minds it
    }
}

AsideFile::Block AsideFile::put(const char* bytes, std::size_t size) {
    if (!file_) file_ = std::make_unique<GrowingFile>(path_, 0);
    const Block block{file_->size(), size};
    file_->append({bytes, size});
    return block;
}

void AsideFile::read(const std::vector<Block>& blocks, char* to) const {
    InputFile file(path_);
    for (const Block& block : blocks) {
        file.seek(block.offset);
        read_whole(file, to, block.size);
        to += block.size;
    }
}

}  // namespace daicho
