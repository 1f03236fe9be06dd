#include "registries/reference/registry_reference.hpp"

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

#include "grammars/base/recent_values.hpp"
#include "registries/embedded/embedded_reference.hpp"
#include "registries/reference/asked_registry.hpp"
#include "registries/reference/registry_questions.hpp"
#include "registries/store/registry_pool.hpp"

namespace daicho {

namespace {

class RegistryReference final : public ReferenceData {
 public:
    explicit RegistryReference(const std::string& path) : pool_(path) {}

    void find(std::string_view kind, std::span<const std::string_view> keys, std::string_view as_of,
              std::span<ReferenceAnswer> answers) const override {
        const KeyQuestion* question = find_key_question(kind);
        if (!question) {
            embedded_reference().find(kind, keys, as_of, answers);
            return;
        }
        const auto asked = pool_.borrow();
        for (std::size_t i = 0; i < keys.size(); ++i)
            answers[i] = question->ask(asked->registry, keys[i], as_of);
    }

    std::string text(std::string_view kind, std::string_view key, std::string_view column) const override {
        const TextQuestion* question = find_text_question(kind, column);
        if (!question) return embedded_reference().text(kind, key, column);
        const std::string asked = std::string(kind).append("/").append(column).append("/").append(key);
        Shelf& shelf = shelves_[std::hash<std::string_view>{}(key) % shelves_.size()];
        {
            const std::lock_guard lock(shelf.mutex);
            if (const auto* known = shelf.answers.find(asked)) return *known;
        }
        std::string answer = question->ask(*pool_.borrow(), key);
        const std::lock_guard lock(shelf.mutex);
        return shelf.answers.keep(asked, std::move(answer));
    }

 private:
    /// Some of the questions, by their hash, so that threads seldom wait for each other.
    struct Shelf {
        std::mutex mutex;
        RecentValues<std::string> answers{1021};  // kind/column/key: the records of a table ask for few
                                                  // places many times
    };

    mutable OpenedPool<AskedRegistry> pool_;
    mutable std::array<Shelf, 32> shelves_;
};

}  // namespace

std::unique_ptr<ReferenceData> registry_reference(const std::string& path) {
    return std::make_unique<RegistryReference>(path);
}

}  // namespace daicho
