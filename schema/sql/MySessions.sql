-- MySessions, asked as parent: answered by statement

-- the whole query, for guest; signed in (as lecturer); guardian (as parent); guardian + teacher + staff (as teacher-parent)
-- _r0: Viewer.account
-- _l0: Account.sessions
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l0."id"::text || '","' || _l0."method"::text || '","' || _l0."started_at"::text || '","' || _l0."last_used_at"::text || '","' || _l0."expires_at"::text || '",' || right(json_build_array(_l0."client", (_l0.id is not distinct from $2::uuid))::text, -1),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from session _l0
                  where
                    (
                      _l0."account_id" = _r0.id
                      and _l0.account_id = $3::uuid
                      and _l0.ended_at is null
                      and _l0.expires_at > $4::timestamptz
                      and true
                    )
                  order by
                    _l0."last_used_at" desc,
                    _l0."id" desc
                  limit $5::int
                ) _l0
            ),
            'null'
          ) || ',' || ('"' || _r0."id"::text || '"]')
        from account _r0
        where
          (
            _r0.id = $6::uuid
            and _r0.id = $3::uuid
          )
      ),
      'null'
    ) || ']' || ']'
  end;
