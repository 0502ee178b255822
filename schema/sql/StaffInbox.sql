-- StaffInbox, asked as school-admin: answered by statement

-- the whole query, for staff; teacher + staff (as teacher); school + staff + auditsSchool (as school-admin); district + auditsDistrict (as district-admin); auditsDistrict (as privacy-officer); staff + auditsSchool; guardian + teacher + staff (as teacher-parent); signed in (as lecturer)
-- _r0: Viewer.unreadNoticeCount
-- _l0: Viewer.inbox
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select (count(*)::int)::text
        from notice _r0
        where
          (
            _r0."person_id" = $2::uuid
            and (
              _r0.person_id = $3::uuid
              and (
                (
                  _r0.rests_on is null
                  or _r0.rests_on && $4::text[]
                )
                and (
                  _r0.shown_until is null
                  or _r0.shown_until > $5::timestamptz
                )
              )
            )
            and _r0.read_at is null
          )
      ),
      'null'
    ) || ',' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || 'null' || ',' || (
              '"' || _l0."id"::text || '","' || _l0."created_at"::text || '",' || coalesce('"' || _l0."read_at"::text || '"', 'null') || ',' || coalesce('"' || _l0."about_id"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _l0."kind",
                  _l0."params",
                  (
                    (
                      _l0.names_rest_on is null
                      or _l0.names_rest_on && $4::text[]
                    )
                  ),
                  (
                    (
                      _l0.names_rest_on is null
                      or _l0.names_rest_on && $4::text[]
                    )
                  ),
                  _l0."about_prefix"
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $6::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $6::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from notice _l0
              where
                (
                  _l0."person_id" = $7::uuid
                  and (
                    _l0.person_id = $3::uuid
                    and (
                      (
                        _l0.rests_on is null
                        or _l0.rests_on && $4::text[]
                      )
                      and (
                        _l0.shown_until is null
                        or _l0.shown_until > $5::timestamptz
                      )
                    )
                  )
                  and true
                )
              order by
                _l0."created_at" desc,
                _l0."id" desc
              limit ($6::int + 1)
            ) _l0
        ) _l0
    ) || ']' || ']'
  end;
