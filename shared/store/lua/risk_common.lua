-- What a session's words have told of danger so far: level, rule ids, version; never the words.
-- Risk rises at once and comes down only after this many separate safe answers.
local SAFE_ANSWERS = 2
local GRAVITY = {third_party = 1, victim = 2, self_harm = 3, ideation = 4, imminent = 5}

local function raise_risk(turn, n, level, rules, version)
  local known = redis.call('HGET', turn, 'risk')
  redis.call('HSET', turn, 'safe', 0)
  if not known then redis.call('HSET', turn, 'risk_since', n) end
  if known and GRAVITY[known] > GRAVITY[level] then return end
  redis.call('HSET', turn, 'risk', level, 'risk_rules', rules, 'risk_version', version)
end

local function answer_safe(turn)
  local known = redis.call('HGET', turn, 'risk')
  if not known or redis.call('HINCRBY', turn, 'safe', 1) < SAFE_ANSWERS then return end
  redis.call('HDEL', turn, 'risk', 'risk_rules', 'risk_version', 'risk_since', 'safe')
  redis.call('HSET', turn, 'risk_was', known)
end
