#include "grammars/formats/zstd_frame.hpp"

#include <zstd.h>

#include <memory>

#include "grammars/base/error.hpp"

namespace daicho {

namespace {

constexpr int zstd_level =
    6;  // of a registry: 4.6 times smaller at 150 MB/s; level 12 gains 4 % for five times the time

struct FreeZstdContext {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};

[[noreturn]] void refuse_frame(const std::string& name) {
    throw Error{ErrorKind::input, name + ": 壊れているか、途中で切れています（Zstandard）",
                name + ": damaged or cut (Zstandard)"};
}

}  // namespace

std::string zstd_frame(std::string_view bytes) {
    const std::unique_ptr<ZSTD_CCtx, FreeZstdContext> context{ZSTD_createCCtx()};
    if (!context) throw std::bad_alloc{};
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, zstd_level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    std::string frame(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size =
        ZSTD_compress2(context.get(), frame.data(), frame.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(size) != 0) throw std::bad_alloc{};  // the one thing that can be missing is memory
    frame.resize(size);
    return frame;
}

std::string zstd_content(std::string_view frame, std::size_t most, const std::string& name) {
    const unsigned long long declared = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (declared == ZSTD_CONTENTSIZE_ERROR || declared == ZSTD_CONTENTSIZE_UNKNOWN) refuse_frame(name);
    if (declared > most) {
        throw Error{ErrorKind::limit, name + ": 展開すると大きすぎます", name + ": holds more than is taken"};
    }
    if (ZSTD_findFrameCompressedSize(frame.data(), frame.size()) != frame.size()) refuse_frame(name);
    std::string content(static_cast<std::size_t>(declared), '\0');
    const std::size_t size = ZSTD_decompress(content.data(), content.size(), frame.data(), frame.size());
    if (ZSTD_isError(size) != 0 || size != content.size()) refuse_frame(name);
    return content;
}

}  // namespace daicho
