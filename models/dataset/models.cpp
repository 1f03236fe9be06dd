#include "models/dataset/models.hpp"

#include "models/dataset/model_access.hpp"

namespace daicho {

struct Models::State {
    std::mutex mutex;
    ModelSet set;
};

Models::Models() : state_(std::make_unique<State>()) {}
Models::~Models() = default;

ModelAccess::ModelAccess(Models& models) : lock_(models.state_->mutex), set_(models.state_->set) {}

}  // namespace daicho
