-- MeetingList, asked as school-admin: answered by statement
-- Not by statement for auditsDistrict (as privacy-officer); signed in (as lecturer) (refused)

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _l0: Query.meetings
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || coalesce(
      (
        select
          '[' || string_agg(
            '["' || _l0."id"::text || '","' || _l0."kind"::text || '","' || _l0."scope"::text || '","' || _l0."status"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || right(json_build_array(_l0."title", _l0."place")::text, -1),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from
              (
                select _found.*
                from
                  (
                    select distinct
                      unnest($2::uuid[]) as id
                    where not cardinality($2::uuid[]) > 20
                  ) _key
                  cross join lateral (
                    select _l0.*
                    from meeting _l0
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
                          select _first.value
                          from
                            (
                              select
                                $2::uuid[] as ids,
                                (($5::int + 1) + cardinality($2::uuid[]) - 1) / cardinality($2::uuid[]) as size
                              where cardinality($2::uuid[]) >= 3
                            ) _share
                            cross join lateral (
                              select distinct
                                unnest(_share.ids) as id
                            ) _key
                            cross join lateral (
                              select _l0."starts_at" as value
                              from meeting _l0
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
                              limit _share.size
                            ) _first
                          order by _first.value desc
                          offset
                            ($5::int + 1) - 1
                          limit 1
                        ),
                        '-infinity'
                      )
                    order by
                      _l0."starts_at" desc,
                      _l0."id" desc
                    limit ($5::int + 1)
                  ) _found
                union all
                (
                  select _l0.*
                  from meeting _l0
                  where
                    (
                      cardinality($2::uuid[]) > 20
                      and coalesce(
                        _l0."school_id" in (
                          select unnest($2::uuid[])
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
                  limit ($5::int + 1)
                )
              ) _l0
            order by
              _l0."starts_at" desc,
              _l0."id" desc
            limit ($5::int + 1)
          ) _l0
      ),
      'null'
    ) || ']'
  end;

-- the whole query, for staff; staff + auditsSchool
-- _l0: Query.meetings
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || coalesce(
      (
        select
          '[' || string_agg(
            '["' || _l0."id"::text || '","' || _l0."kind"::text || '","' || _l0."scope"::text || '","' || _l0."status"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || right(json_build_array(_l0."title", _l0."place")::text, -1),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from
              (
                select _found.*
                from
                  (
                    select distinct
                      unnest($2::uuid[]) as id
                    where not cardinality($2::uuid[]) > 20
                  ) _key
                  cross join lateral (
                    select _l0.*
                    from meeting _l0
                    where
                      (
                        _l0."school_id" = _key.id
                        and coalesce(
                          (
                            _l0.organiser_id = $3::uuid
                            and _l0.school_id = any ($2::uuid[])
                          ),
                          false
                        )
                        and true
                      )
                      and _l0."starts_at" >= coalesce(
                        (
                          select _first.value
                          from
                            (
                              select
                                $2::uuid[] as ids,
                                (($4::int + 1) + cardinality($2::uuid[]) - 1) / cardinality($2::uuid[]) as size
                              where cardinality($2::uuid[]) >= 3
                            ) _share
                            cross join lateral (
                              select distinct
                                unnest(_share.ids) as id
                            ) _key
                            cross join lateral (
                              select _l0."starts_at" as value
                              from meeting _l0
                              where
                                (
                                  _l0."school_id" = _key.id
                                  and coalesce(
                                    (
                                      _l0.organiser_id = $3::uuid
                                      and _l0.school_id = any ($2::uuid[])
                                    ),
                                    false
                                  )
                                  and true
                                )
                              order by
                                _l0."starts_at" desc,
                                _l0."id" desc
                              limit _share.size
                            ) _first
                          order by _first.value desc
                          offset
                            ($4::int + 1) - 1
                          limit 1
                        ),
                        '-infinity'
                      )
                    order by
                      _l0."starts_at" desc,
                      _l0."id" desc
                    limit ($4::int + 1)
                  ) _found
                union all
                (
                  select _l0.*
                  from meeting _l0
                  where
                    (
                      cardinality($2::uuid[]) > 20
                      and coalesce(
                        _l0."school_id" in (
                          select unnest($2::uuid[])
                        ),
                        false
                      )
                      and (
                        (
                          _l0.organiser_id = $3::uuid
                          and _l0.school_id = any ($2::uuid[])
                        )
                        and true
                      )
                    )
                  order by
                    _l0."starts_at" desc,
                    _l0."id" desc
                  limit ($4::int + 1)
                )
              ) _l0
            order by
              _l0."starts_at" desc,
              _l0."id" desc
            limit ($4::int + 1)
          ) _l0
      ),
      'null'
    ) || ']'
  end;

-- the whole query, for teacher + staff (as teacher)
-- _l0: Query.meetings
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || coalesce(
      (
        select
          '[' || string_agg(
            '["' || _l0."id"::text || '","' || _l0."kind"::text || '","' || _l0."scope"::text || '","' || _l0."status"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || right(json_build_array(_l0."title", _l0."place")::text, -1),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from
              (
                select _found.*
                from
                  (
                    select distinct
                      unnest($2::uuid[]) as id
                    where not cardinality($2::uuid[]) > 20
                  ) _key
                  cross join lateral (
                    select _l0.*
                    from meeting _l0
                    where
                      (
                        _l0."school_id" = _key.id
                        and coalesce(
                          (
                            (
                              _l0.published_at is not null
                              and _l0.id = any (
                                array(
                                  select mcl.meeting_id
                                  from meeting_class mcl
                                  where mcl.school_class_id = any ($3::uuid[])
                                )
                              )
                            )
                            or (
                              _l0.organiser_id = $4::uuid
                              and _l0.school_id = any ($2::uuid[])
                            )
                          ),
                          false
                        )
                        and true
                      )
                      and _l0."starts_at" >= coalesce(
                        (
                          select _first.value
                          from
                            (
                              select
                                $2::uuid[] as ids,
                                (($5::int + 1) + cardinality($2::uuid[]) - 1) / cardinality($2::uuid[]) as size
                              where cardinality($2::uuid[]) >= 3
                            ) _share
                            cross join lateral (
                              select distinct
                                unnest(_share.ids) as id
                            ) _key
                            cross join lateral (
                              select _l0."starts_at" as value
                              from meeting _l0
                              where
                                (
                                  _l0."school_id" = _key.id
                                  and coalesce(
                                    (
                                      (
                                        _l0.published_at is not null
                                        and _l0.id = any (
                                          array(
                                            select mcl.meeting_id
                                            from meeting_class mcl
                                            where mcl.school_class_id = any ($3::uuid[])
                                          )
                                        )
                                      )
                                      or (
                                        _l0.organiser_id = $4::uuid
                                        and _l0.school_id = any ($2::uuid[])
                                      )
                                    ),
                                    false
                                  )
                                  and true
                                )
                              order by
                                _l0."starts_at" desc,
                                _l0."id" desc
                              limit _share.size
                            ) _first
                          order by _first.value desc
                          offset
                            ($5::int + 1) - 1
                          limit 1
                        ),
                        '-infinity'
                      )
                    order by
                      _l0."starts_at" desc,
                      _l0."id" desc
                    limit ($5::int + 1)
                  ) _found
                union all
                (
                  select _l0.*
                  from meeting _l0
                  where
                    (
                      cardinality($2::uuid[]) > 20
                      and coalesce(
                        _l0."school_id" in (
                          select unnest($2::uuid[])
                        ),
                        false
                      )
                      and (
                        (
                          (
                            _l0.published_at is not null
                            and _l0.id = any (
                              array(
                                select mcl.meeting_id
                                from meeting_class mcl
                                where mcl.school_class_id = any ($3::uuid[])
                              )
                            )
                          )
                          or (
                            _l0.organiser_id = $4::uuid
                            and _l0.school_id = any ($2::uuid[])
                          )
                        )
                        and true
                      )
                    )
                  order by
                    _l0."starts_at" desc,
                    _l0."id" desc
                  limit ($5::int + 1)
                )
              ) _l0
            order by
              _l0."starts_at" desc,
              _l0."id" desc
            limit ($5::int + 1)
          ) _l0
      ),
      'null'
    ) || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _l0: Query.meetings
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || coalesce(
      (
        select
          '[' || string_agg(
            '["' || _l0."id"::text || '","' || _l0."kind"::text || '","' || _l0."scope"::text || '","' || _l0."status"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || right(json_build_array(_l0."title", _l0."place")::text, -1),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from meeting _l0
            where
              (
                _l0.school_id in (
                  select s.id
                  from school s
                  where s.district_id = any ($2::uuid[])
                )
                and true
              )
            order by
              _l0."starts_at" desc,
              _l0."id" desc
            limit ($3::int + 1)
          ) _l0
      ),
      'null'
    ) || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _l0: Query.meetings
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || coalesce(
      (
        select
          '[' || string_agg(
            '["' || _l0."id"::text || '","' || _l0."kind"::text || '","' || _l0."scope"::text || '","' || _l0."status"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || right(json_build_array(_l0."title", _l0."place")::text, -1),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from
              (
                select _found.*
                from
                  (
                    select distinct
                      unnest(
                        array(
                          select inv.meeting_id
                          from
                            meeting_invitation_student ivs
                            join meeting_invitation inv on inv.id = ivs.invitation_id
                          where
                            ivs.ended_at is null
                            and ivs.student_id = any ($2::uuid[])
                            and inv.household_id = any ($3::uuid[])
                            and inv.status = 'INVITED'
                        )
                      ) as id
                    where not cardinality($4::uuid[]) > 20
                  ) _key
                  cross join lateral (
                    select _l0.*
                    from meeting _l0
                    where
                      (
                        _l0."id" = _key.id
                        and coalesce(
                          (
                            (
                              _l0.published_at is not null
                              and _l0.id = any (
                                array(
                                  select inv.meeting_id
                                  from
                                    meeting_invitation_student ivs
                                    join meeting_invitation inv on inv.id = ivs.invitation_id
                                  where
                                    ivs.ended_at is null
                                    and ivs.student_id = any ($2::uuid[])
                                    and inv.household_id = any ($3::uuid[])
                                    and inv.status = 'INVITED'
                                )
                              )
                            )
                            or (
                              _l0.published_at is not null
                              and _l0.id = any (
                                array(
                                  select mcl.meeting_id
                                  from meeting_class mcl
                                  where mcl.school_class_id = any ($5::uuid[])
                                )
                              )
                            )
                            or (
                              _l0.organiser_id = $6::uuid
                              and _l0.school_id = any ($4::uuid[])
                            )
                          ),
                          false
                        )
                        and true
                      )
                      and _l0."starts_at" >= coalesce(
                        (
                          select _first.value
                          from
                            (
                              select
                                array(
                                  select inv.meeting_id
                                  from
                                    meeting_invitation_student ivs
                                    join meeting_invitation inv on inv.id = ivs.invitation_id
                                  where
                                    ivs.ended_at is null
                                    and ivs.student_id = any ($2::uuid[])
                                    and inv.household_id = any ($3::uuid[])
                                    and inv.status = 'INVITED'
                                ) as ids,
                                (
                                  ($7::int + 1) + cardinality(
                                    array(
                                      select inv.meeting_id
                                      from
                                        meeting_invitation_student ivs
                                        join meeting_invitation inv on inv.id = ivs.invitation_id
                                      where
                                        ivs.ended_at is null
                                        and ivs.student_id = any ($2::uuid[])
                                        and inv.household_id = any ($3::uuid[])
                                        and inv.status = 'INVITED'
                                    )
                                  ) - 1
                                ) / cardinality(
                                  array(
                                    select inv.meeting_id
                                    from
                                      meeting_invitation_student ivs
                                      join meeting_invitation inv on inv.id = ivs.invitation_id
                                    where
                                      ivs.ended_at is null
                                      and ivs.student_id = any ($2::uuid[])
                                      and inv.household_id = any ($3::uuid[])
                                      and inv.status = 'INVITED'
                                  )
                                ) as size
                              where
                                cardinality(
                                  array(
                                    select inv.meeting_id
                                    from
                                      meeting_invitation_student ivs
                                      join meeting_invitation inv on inv.id = ivs.invitation_id
                                    where
                                      ivs.ended_at is null
                                      and ivs.student_id = any ($2::uuid[])
                                      and inv.household_id = any ($3::uuid[])
                                      and inv.status = 'INVITED'
                                  )
                                ) >= 3
                            ) _share
                            cross join lateral (
                              select distinct
                                unnest(_share.ids) as id
                            ) _key
                            cross join lateral (
                              select _l0."starts_at" as value
                              from meeting _l0
                              where
                                (
                                  _l0."id" = _key.id
                                  and coalesce(
                                    (
                                      (
                                        _l0.published_at is not null
                                        and _l0.id = any (
                                          array(
                                            select inv.meeting_id
                                            from
                                              meeting_invitation_student ivs
                                              join meeting_invitation inv on inv.id = ivs.invitation_id
                                            where
                                              ivs.ended_at is null
                                              and ivs.student_id = any ($2::uuid[])
                                              and inv.household_id = any ($3::uuid[])
                                              and inv.status = 'INVITED'
                                          )
                                        )
                                      )
                                      or (
                                        _l0.published_at is not null
                                        and _l0.id = any (
                                          array(
                                            select mcl.meeting_id
                                            from meeting_class mcl
                                            where mcl.school_class_id = any ($5::uuid[])
                                          )
                                        )
                                      )
                                      or (
                                        _l0.organiser_id = $6::uuid
                                        and _l0.school_id = any ($4::uuid[])
                                      )
                                    ),
                                    false
                                  )
                                  and true
                                )
                              order by
                                _l0."starts_at" desc,
                                _l0."id" desc
                              limit _share.size
                            ) _first
                          order by _first.value desc
                          offset
                            ($7::int + 1) - 1
                          limit 1
                        ),
                        '-infinity'
                      )
                    order by
                      _l0."starts_at" desc,
                      _l0."id" desc
                    limit ($7::int + 1)
                  ) _found
                union all
                select _found.*
                from
                  (
                    select distinct
                      unnest($4::uuid[]) as id
                    where not cardinality($4::uuid[]) > 20
                  ) _key
                  cross join lateral (
                    select _l0.*
                    from meeting _l0
                    where
                      (
                        _l0."school_id" = _key.id
                        and _l0."id" = any (
                          array(
                            select inv.meeting_id
                            from
                              meeting_invitation_student ivs
                              join meeting_invitation inv on inv.id = ivs.invitation_id
                            where
                              ivs.ended_at is null
                              and ivs.student_id = any ($2::uuid[])
                              and inv.household_id = any ($3::uuid[])
                              and inv.status = 'INVITED'
                          )
                        ) is not true
                        and coalesce(
                          (
                            (
                              _l0.published_at is not null
                              and _l0.id = any (
                                array(
                                  select inv.meeting_id
                                  from
                                    meeting_invitation_student ivs
                                    join meeting_invitation inv on inv.id = ivs.invitation_id
                                  where
                                    ivs.ended_at is null
                                    and ivs.student_id = any ($2::uuid[])
                                    and inv.household_id = any ($3::uuid[])
                                    and inv.status = 'INVITED'
                                )
                              )
                            )
                            or (
                              _l0.published_at is not null
                              and _l0.id = any (
                                array(
                                  select mcl.meeting_id
                                  from meeting_class mcl
                                  where mcl.school_class_id = any ($5::uuid[])
                                )
                              )
                            )
                            or (
                              _l0.organiser_id = $6::uuid
                              and _l0.school_id = any ($4::uuid[])
                            )
                          ),
                          false
                        )
                        and true
                      )
                      and _l0."starts_at" >= coalesce(
                        (
                          select _first.value
                          from
                            (
                              select
                                $4::uuid[] as ids,
                                (($7::int + 1) + cardinality($4::uuid[]) - 1) / cardinality($4::uuid[]) as size
                              where cardinality($4::uuid[]) >= 3
                            ) _share
                            cross join lateral (
                              select distinct
                                unnest(_share.ids) as id
                            ) _key
                            cross join lateral (
                              select _l0."starts_at" as value
                              from meeting _l0
                              where
                                (
                                  _l0."school_id" = _key.id
                                  and _l0."id" = any (
                                    array(
                                      select inv.meeting_id
                                      from
                                        meeting_invitation_student ivs
                                        join meeting_invitation inv on inv.id = ivs.invitation_id
                                      where
                                        ivs.ended_at is null
                                        and ivs.student_id = any ($2::uuid[])
                                        and inv.household_id = any ($3::uuid[])
                                        and inv.status = 'INVITED'
                                    )
                                  ) is not true
                                  and coalesce(
                                    (
                                      (
                                        _l0.published_at is not null
                                        and _l0.id = any (
                                          array(
                                            select inv.meeting_id
                                            from
                                              meeting_invitation_student ivs
                                              join meeting_invitation inv on inv.id = ivs.invitation_id
                                            where
                                              ivs.ended_at is null
                                              and ivs.student_id = any ($2::uuid[])
                                              and inv.household_id = any ($3::uuid[])
                                              and inv.status = 'INVITED'
                                          )
                                        )
                                      )
                                      or (
                                        _l0.published_at is not null
                                        and _l0.id = any (
                                          array(
                                            select mcl.meeting_id
                                            from meeting_class mcl
                                            where mcl.school_class_id = any ($5::uuid[])
                                          )
                                        )
                                      )
                                      or (
                                        _l0.organiser_id = $6::uuid
                                        and _l0.school_id = any ($4::uuid[])
                                      )
                                    ),
                                    false
                                  )
                                  and true
                                )
                              order by
                                _l0."starts_at" desc,
                                _l0."id" desc
                              limit _share.size
                            ) _first
                          order by _first.value desc
                          offset
                            ($7::int + 1) - 1
                          limit 1
                        ),
                        '-infinity'
                      )
                    order by
                      _l0."starts_at" desc,
                      _l0."id" desc
                    limit ($7::int + 1)
                  ) _found
                union all
                (
                  select _l0.*
                  from meeting _l0
                  where
                    (
                      cardinality($4::uuid[]) > 20
                      and coalesce(
                        (
                          _l0."id" in (
                            select
                              unnest(
                                array(
                                  select inv.meeting_id
                                  from
                                    meeting_invitation_student ivs
                                    join meeting_invitation inv on inv.id = ivs.invitation_id
                                  where
                                    ivs.ended_at is null
                                    and ivs.student_id = any ($2::uuid[])
                                    and inv.household_id = any ($3::uuid[])
                                    and inv.status = 'INVITED'
                                )
                              )
                          )
                          or _l0."school_id" in (
                            select unnest($4::uuid[])
                          )
                        ),
                        false
                      )
                      and (
                        (
                          (
                            _l0.published_at is not null
                            and _l0.id = any (
                              array(
                                select inv.meeting_id
                                from
                                  meeting_invitation_student ivs
                                  join meeting_invitation inv on inv.id = ivs.invitation_id
                                where
                                  ivs.ended_at is null
                                  and ivs.student_id = any ($2::uuid[])
                                  and inv.household_id = any ($3::uuid[])
                                  and inv.status = 'INVITED'
                              )
                            )
                          )
                          or (
                            _l0.published_at is not null
                            and _l0.id = any (
                              array(
                                select mcl.meeting_id
                                from meeting_class mcl
                                where mcl.school_class_id = any ($5::uuid[])
                              )
                            )
                          )
                          or (
                            _l0.organiser_id = $6::uuid
                            and _l0.school_id = any ($4::uuid[])
                          )
                        )
                        and true
                      )
                    )
                  order by
                    _l0."starts_at" desc,
                    _l0."id" desc
                  limit ($7::int + 1)
                )
              ) _l0
            order by
              _l0."starts_at" desc,
              _l0."id" desc
            limit ($7::int + 1)
          ) _l0
      ),
      'null'
    ) || ']'
  end;
