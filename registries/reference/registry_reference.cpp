#include "registries/reference/registry_reference.hpp"

#include <mutex>
#include <unordered_set>

#include "registries/embedded/embedded_reference.hpp"
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
        const auto registry = pool_.borrow();
        for (std::size_t i = 0; i < keys.size(); ++i) answers[i] = question->ask(*registry, keys[i], as_of);
    }

    std::string_view text(std::string_view kind, std::string_view key,
                          std::string_view column) const override {
        const TextQuestion* question = find_text_question(kind, column);
        if (!question) return embedded_reference().text(kind, key, column);
        std::string answer;
        {
            const auto registry = pool_.borrow();
            answer = question->ask(*registry, key);
        }
        return kept(std::move(answer));
    }

 private:
    /// The few different answers live as long as this.
    std::string_view kept(std::string answer) const {
        const std::lock_guard lock(mutex_);
        return *answers_.insert(std::move(answer)).first;
    }

    mutable RegistryPool pool_;
    mutable std::mutex mutex_;
    mutable std::unordered_set<std::string> answers_;
};

}  // namespace

std::unique_ptr<ReferenceData> registry_reference(const std::string& path) {
    return std::make_unique<RegistryReference>(path);
}

}  // namespace daicho
