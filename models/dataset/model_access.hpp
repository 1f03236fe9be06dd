#pragma once

#include <mutex>

#include "models/dataset/models.hpp"
#include "models/engine/model_set.hpp"

namespace daicho {

/// The set behind `Models`, for one thread as long as this lives.
class ModelAccess {
 public:
    explicit ModelAccess(Models& models);

    ModelSet& operator*() { return set_; }
    ModelSet* operator->() { return &set_; }

 private:
    std::lock_guard<std::mutex> lock_;
    ModelSet& set_;
};

}  // namespace daicho
