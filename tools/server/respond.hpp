#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "tools/server/http_message.hpp"
#include "tools/server/router.hpp"
#include "tools/server/service.hpp"

namespace daicho {

/// What the head of a request leads to.
struct Plan {
    const Route* route = nullptr;
    std::string_view id;  ///< of the request's path
    std::shared_ptr<const Snapshot> data;
    Language language = Language::ja;
    std::string etag;              ///< of the answer, without the mark of an encoding; empty: none
    std::optional<Response> done;  ///< the answer, where the body need not be looked at
};

/// Finds the route, checks parameters and what the client has already. Never throws for what a client sends.
Plan plan_answer(Service& service, const Request& request);
/// The answer, with all headers but those of the connection. The body of a HEAD request is what a GET would
/// give; the listener leaves it out.
Response answer_planned(Service& service, const Request& request, Plan& plan);
/// The stream that takes the body of a planned request, where its route has one; `head` gets status and
/// headers of the answer. Null: `head` is the whole answer.
std::unique_ptr<BodyStream> open_stream(Service& service, const Request& request, Plan& plan, Response& head);

/// All of it, for those who have the whole request: tests, `serve --ask`.
Response respond(Service& service, const Request& request);

/// A refusal before there is a request: a header that is too large, a target that cannot be read.
Response refused(Service& service, const Request& request, const struct ProblemKind& kind,
                 const Text& detail);

}  // namespace daicho
