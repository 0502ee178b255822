-- MeetingList, asked as school-admin: answered by statement

-- the whole query
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select
        version
      from
        rights_version
    ) then '[' || coalesce(
      (
        select
          '[' || string_agg(
            '["' || _l0."id"::text || '","' || _l0."kind"::text || '","' || _l0."scope"::text || '","' || _l0."status"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || right(json_build_array(_l0."title", _l0."place")::text, -1),
            ','
          ) || ']'
        from
          (
            select
              _l0.*
            from
              (
                select
                  _found.*
                from
                  (
                    select distinct
                      unnest($2::uuid[]) as id
                    where
                      not cardinality($2::uuid[]) > 20
                  ) _key
                  cross join lateral (
                    select
                      _l0.*
                    from
                      meeting _l0
                    where
                      (
                        _l0."school_id" = _key.id
                        and coalesce(
                          (
                            (
                              _l0.organiser_id = $3::uuid
                              and _l0.school_id = any ($2::uuid[])
                            )
                            or _l0.school_id = any ($4::uuid[])
                          ),
                          false
                        )
                        and true
                      )
                      and _l0."starts_at" >= coalesce(
                        (
                          select
                            _first.value
                          from
                            (
                              select
                                $2::uuid[] as ids,
                                (($5::int + 1) + cardinality($2::uuid[]) - 1) / cardinality($2::uuid[]) as size
                              where
                                cardinality($2::uuid[]) >= 3
                            ) _share
                            cross join lateral (
                              select distinct
                                unnest(_share.ids) as id
                            ) _key
                            cross join lateral (
                              select
                                _l0."starts_at" as value
                              from
                                meeting _l0
                              where
                                (
                                  _l0."school_id" = _key.id
                                  and coalesce(
                                    (
                                      (
                                        _l0.organiser_id = $3::uuid
                                        and _l0.school_id = any ($2::uuid[])
                                      )
                                      or _l0.school_id = any ($4::uuid[])
                                    ),
                                    false
                                  )
                                  and true
                                )
                              order by
                                _l0."starts_at" desc,
                                _l0."id" desc
                              limit
                                _share.size
                            ) _first
                          order by
                            _first.value desc
                          offset
                            ($5::int + 1) - 1
                          limit
                            1
                        ),
                        '-infinity'
                      )
                    order by
                      _l0."starts_at" desc,
                      _l0."id" desc
                    limit
                      ($5::int + 1)
                  ) _found
                union all
                (
                  select
                    _l0.*
                  from
                    meeting _l0
                  where
                    (
                      cardinality($2::uuid[]) > 20
                      and coalesce(
                        _l0."school_id" in (
                          select
                            unnest($2::uuid[])
                        ),
                        false
                      )
                      and (
                        (
                          (
                            _l0.organiser_id = $3::uuid
                            and _l0.school_id = any ($2::uuid[])
                          )
                          or _l0.school_id = any ($4::uuid[])
                        )
                        and true
                      )
                    )
                  order by
                    _l0."starts_at" desc,
                    _l0."id" desc
                  limit
                    ($5::int + 1)
                )
              ) _l0
            order by
              _l0."starts_at" desc,
              _l0."id" desc
            limit
              ($5::int + 1)
          ) _l0
      ),
      'null'
    ) || ']'
  end;
