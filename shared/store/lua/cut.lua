-- End a waiting turn with the given reply. Returns 1, or 0 when a worker took it in the meantime.
local sid, entry, body, ttl = unpack(ARGV)
local pend, now = key(sid, 'pend'), now_ms()
local head = redis.call('LINDEX', pend, 0) == entry
if not head and not redis.call('LPOS', pend, entry) then return 0 end
if head then
  local fence = redis.call('HGET', key(sid, 'turn'), 'fence')
  if fence and due_time(sid) > now then return 0 end
  clear_turn(sid)
  redis.call('ZREM', PERMITS, sid)
end
commit_reply(sid, entry, body, ttl)
if head then
  schedule(sid, now)
  wake()
end
return 1
