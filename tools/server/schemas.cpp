#include "tools/server/router.hpp"

namespace daicho {

namespace {

constexpr std::string_view schema_texts = R"schema(
"Meta":{"type":"object","required":["generation","dataDate","attribution","complete"],"properties":{
  "generation":{"type":"string","minLength":1},"dataDate":{"type":["string","null"]},
  "attribution":{"type":"array","items":{"type":"string"}},"complete":{"type":"boolean"},
  "incompleteBecause":{"type":"string"}}},
"Item":{"type":"object","minProperties":1},
"Problem":{"type":"object","required":["type","code","status","title","detail","messages"],"properties":{
  "type":{"type":"string"},"code":{"type":"string","pattern":"^[a-z-]+$"},"status":{"type":"integer"},
  "title":{"type":"string"},"detail":{"type":"string"},"parameter":{"type":"string"},
  "messages":{"type":"object","required":["ja","en"]}}},
"Point":{"allOf":[{"$ref":"#/components/schemas/Meta"},{"type":"object",
  "required":["kind","id","asOf","item","others","note"],"properties":{"kind":{"type":"string"},
  "id":{"type":"string"},"asOf":{"type":["string","null"]},"item":{"$ref":"#/components/schemas/Item"},
  "others":{"type":"array","items":{"$ref":"#/components/schemas/Item"}},"note":{"type":["string","null"]}}}]},
"OpenApi":{"type":"object","required":["openapi","info","paths","components"]},
"Conformance":{"type":"object","required":["conformsTo"],"properties":{
  "conformsTo":{"type":"array","minItems":1,"items":{"type":"string"}}}},
"Health":{"type":"object","required":["status"],"properties":{"status":{"enum":["ok","ready"]}}},
"Version":{"allOf":[{"$ref":"#/components/schemas/Meta"},{"type":"object","required":["name","version"]}]}
)schema";

}  // namespace

std::string_view schemas() {
    return schema_texts;
}

}  // namespace daicho
